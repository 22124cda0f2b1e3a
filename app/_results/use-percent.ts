import { useNumber } from "@/app/_ui/use-number";

/** Formats a share, 0..1, as whole percent in the reader's language. */
export function usePercent(): (share: number) => string {
  const number = useNumber();
  return (share) => number(share, { style: "percent", maximumFractionDigits: 0 });
}
