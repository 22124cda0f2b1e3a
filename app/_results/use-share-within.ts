import { useTranslations } from "next-intl";
import { useNumber } from "@/app/_ui/use-number";
import { usePercent } from "./use-percent";

/** Formats a share with its interval, all 0..1, in whole percent: 82% (75–88%); 82% when that is exact. */
export function useShareWithin(): (share: number, range: { low: number; high: number }) => string {
  const t = useTranslations("results");
  const number = useNumber();
  const percent = usePercent();
  const whole = (share: number) => number(Math.round(share * 100));
  return (share, range) => {
    const [low, high] = [whole(range.low), whole(range.high)];
    return low === high ? percent(share) : t("shareWithin", { share: percent(share), low, high });
  };
}
