import type { Messages, _Translator as Translator } from "next-intl";
import type { NumberOptions } from "../i18n/format-number";
import type { Locale } from "../i18n/locales";

/** The interface's texts and ways to write in one language. */
export interface ReportWords {
  locale: Locale;
  report: Translator<Messages, "report">;
  results: Translator<Messages, "results">;
  map: Translator<Messages, "map">;
  history: Translator<Messages, "history">;
  verify: Translator<Messages, "verify">;
  pdf: Translator<Messages, "report.pdf">;
  number(value: number, options?: NumberOptions): string;
  list(items: string[]): string;
  /** @param time ISO 8601 */
  day(time: string): string;
  moment(time: string): string;
}

/** A share, 0..1, as whole percent. */
export function percent({ number }: Pick<ReportWords, "number">, share: number): string {
  return number(share, { style: "percent", maximumFractionDigits: 0 });
}

/** A share with its interval, all 0..1: 82% (75–88%); 82% when that is exact. */
export function shareWithin(
  words: Pick<ReportWords, "number" | "results">,
  share: number,
  range: { low: number; high: number },
): string {
  const whole = (part: number) => words.number(Math.round(part * 100));
  const [low, high] = [whole(range.low), whole(range.high)];
  if (low === high) return percent(words, share);
  return words.results("shareWithin", { share: percent(words, share), low, high });
}
