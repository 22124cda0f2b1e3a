import type { Messages, _Translator as Translator } from "next-intl";
import type { NumberOptions } from "../i18n/format-number";

/** Texts of the results in the reader's language, and the way numbers are written in it. */
export interface ResultWords {
  results: Translator<Messages, "results">;
  number(value: number, options?: NumberOptions): string;
}

/** A share, 0..1, as whole percent. */
export function percent({ number }: Pick<ResultWords, "number">, share: number): string {
  return number(share, { style: "percent", maximumFractionDigits: 0 });
}

/** A share with its interval, all 0..1: 82% (75–88%); 82% when that is exact. */
export function shareWithin(
  words: ResultWords,
  share: number,
  range: { low: number; high: number },
): string {
  const whole = (part: number) => words.number(Math.round(part * 100));
  const [low, high] = [whole(range.low), whole(range.high)];
  if (low === high) return percent(words, share);
  return words.results("shareWithin", { share: percent(words, share), low, high });
}
