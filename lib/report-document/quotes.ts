import { originalText } from "../i18n/shown-text";
import { type Direction, textDirection } from "../i18n/text-direction";
import type { ReportStatement } from "../schemas/report";
import type { Note, Quote, Words } from "./report-document";
import type { ReportWords } from "./report-words";

/** Statements by id, as a report in one language quotes them; what was taken back is left out. */
export type Quotes = Map<number, Quote>;

export function quoteStatements(
  statements: readonly ReportStatement[],
  words: Pick<ReportWords, "locale" | "number" | "pdf">,
  direction: Direction,
): Quotes {
  return new Map(
    statements.flatMap((statement): [number, Quote][] => {
      const { id, text } = statement;
      return text === null ? [] : [[id, toQuote({ ...statement, text }, words, direction)]];
    }),
  );
}

function toQuote(
  { id, text, language, translations }: ReportStatement & { text: string },
  { locale, number, pdf }: Pick<ReportWords, "locale" | "number" | "pdf">,
  direction: Direction,
): Quote {
  const { text: ownText, lang } = originalText({ text, language });
  const own = toWords(ownText, lang ?? null, direction);
  const translation = translations[locale];
  if (!translation) return { number: number(id), words: own, original: null };
  return {
    number: number(id),
    words: toWords(translation.text, locale, direction),
    original: { words: own, note: pdf("original", { origin: translation.origin }) },
  };
}

/** @param direction of what holds no letter */
export function toWords(text: string, language: string | null, direction: Direction): Words {
  return { text, language, direction: textDirection(text) ?? direction };
}

/** What the organisers wrote; nothing without a word. */
export function toNote(
  text: string | undefined,
  words: Pick<ReportWords, "report">,
  direction: Direction,
): Note | null {
  if (!text) return null;
  return { label: words.report("noteBy"), words: toWords(text, null, direction) };
}
