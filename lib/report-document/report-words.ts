import type { Messages, _Translator as Translator } from "next-intl";
import type { Locale } from "../i18n/locales";
import type { ResultWords } from "../results/share-text";

/** The interface's texts and ways to write in one language. */
export interface ReportWords extends ResultWords {
  locale: Locale;
  report: Translator<Messages, "report">;
  map: Translator<Messages, "map">;
  history: Translator<Messages, "history">;
  verify: Translator<Messages, "verify">;
  pdf: Translator<Messages, "report.pdf">;
  answers: Translator<Messages, "answers">;
  list(items: string[]): string;
  /** @param time ISO 8601 */
  day(time: string): string;
  moment(time: string): string;
}
