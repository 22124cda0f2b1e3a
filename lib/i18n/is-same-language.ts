import { guessLanguage } from "./guess-language";
import type { Locale } from "./locales";

/** Whether a statement is known to be in a language, by its tag or else by its script. */
export function isSameLanguage(
  statement: { text: string; language: string | null },
  locale: Locale,
): boolean {
  const tag = statement.language ?? guessLanguage(statement.text);
  return tag !== null && languageAndScript(tag) === languageAndScript(locale);
}

function languageAndScript(tag: string): string {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    return `${language}-${script}`;
  } catch {
    return tag; // a tag that nobody checked, as in an import
  }
}
