import { isSameLanguage } from "@/lib/i18n/is-same-language";
import type { Locale } from "@/lib/i18n/locales";
import type { ReportStatement } from "@/lib/schemas/report";
import type { Translator } from "./translator";

/** Asks for the translations that these statements lack in a language. */
export function wantTranslations(
  translator: Translator,
  about: { conversationId: number; locale: Locale; statements: readonly ReportStatement[] },
): void {
  const { conversationId, locale, statements } = about;
  const isLacking = statements.some(
    ({ text, language, translations }) =>
      text !== null && !translations[locale] && !isSameLanguage({ text, language }, locale),
  );
  if (isLacking) translator.want(conversationId, locale);
}
