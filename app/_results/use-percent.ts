import { useFormatter } from "next-intl";

/** Formats a share, 0..1, as whole percent in the reader's language. */
export function usePercent(): (share: number) => string {
  const format = useFormatter();
  return (share) => format.number(share, { style: "percent", maximumFractionDigits: 0 });
}
