import { useTranslations } from "next-intl";
import { useNumber } from "@/app/_ui/use-number";
import { shareWithin } from "@/lib/results/share-text";

/** Formats a share with its interval, all 0..1, in whole percent: 82% (75–88%); 82% when that is exact. */
export function useShareWithin(): (share: number, range: { low: number; high: number }) => string {
  const words = { results: useTranslations("results"), number: useNumber() };
  return (share, range) => shareWithin(words, share, range);
}
