import { useLocale } from "next-intl";
import { useCallback } from "react";
import { formatNumber, type NumberOptions } from "@/lib/i18n/format-number";

/** Writes numbers in the reader's language, the same on the server and in every browser. */
export function useNumber(): (value: number, options?: NumberOptions) => string {
  const locale = useLocale();
  return useCallback((value, options) => formatNumber(locale, value, options), [locale]);
}
