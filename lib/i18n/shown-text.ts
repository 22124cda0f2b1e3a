import type { ShownTranslation } from "../schemas/vote";
import { guessLanguage } from "./guess-language";

interface Words {
  text: string;
  /** BCP 47 tag when known. */
  language: string | null;
  translation?: ShownTranslation;
}

/** What a reader is shown of a statement: the translation where there is one; and its language. */
export function shownText(words: Words): { text: string; lang: string | undefined } {
  const { translation } = words;
  return translation ? { text: translation.text, lang: translation.locale } : originalText(words);
}

export function originalText({ text, language }: Words): {
  text: string;
  lang: string | undefined;
} {
  return { text, lang: language ?? guessLanguage(text) ?? undefined };
}
