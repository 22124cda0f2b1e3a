import { useNumber } from "@/app/_ui/use-number";
import { percent } from "@/lib/results/share-text";

/** Formats a share, 0..1, as whole percent in the reader's language. */
export function usePercent(): (share: number) => string {
  const number = useNumber();
  return (share) => percent({ number }, share);
}
