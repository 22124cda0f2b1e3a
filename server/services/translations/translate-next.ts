import { isSameLanguage } from "@/lib/i18n/is-same-language";
import type { Locale } from "@/lib/i18n/locales";
import type { NextStatement } from "@/lib/schemas/vote";
import type { Ballot } from "../statements/ballots";
import type { Translator } from "./translator";

/** In which language somebody reads; asked for only where it matters. */
export interface Reader {
  readonly locale: Locale | null;
  translator: Translator;
}

/** The statements with their translations into the reader's language, as far as there are any. */
export function translateNext(
  { conversation, translations }: Pick<Ballot, "conversation" | "translations">,
  next: NextStatement[],
  reader: Reader,
): NextStatement[] {
  if (translations.size === 0 && !reader.translator.isConfigured) return next;
  const { locale } = reader;
  if (locale === null) return next;
  const inLocale = translations.get(locale);
  let isLacking = false;
  const translated = next.map((statement) => {
    const translation = inLocale?.get(statement.id);
    if (translation) return { ...statement, translation };
    isLacking ||= !isSameLanguage(statement, locale);
    return statement;
  });
  if (isLacking) reader.translator.want(conversation.id, locale);
  return translated;
}
