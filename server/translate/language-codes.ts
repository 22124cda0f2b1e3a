import type { Locale } from "@/lib/i18n/locales";

/** Older servers have codes of their own for Chinese in its two scripts and for Brazil. */
const otherCodes: Partial<Record<Locale, string[]>> = {
  "zh-Hans": ["zh"],
  "zh-Hant": ["zt"],
  "pt-BR": ["pb", "pt"],
};

/** The code that a server knows a language by; null when it does not speak it. */
export function findLanguageCode(locale: Locale, codes: readonly string[]): string | null {
  return [locale, ...(otherCodes[locale] ?? [])].find((code) => codes.includes(code)) ?? null;
}

/** The code for the language that a statement is tagged with; "auto" where the server has to guess. */
export function findSourceCode(tag: string | null, codes: readonly string[]): string {
  if (tag === null) return "auto";
  const { language, script } = maximize(tag);
  const chinese = script === "Hant" ? ["zh-Hant", "zt"] : ["zh-Hans", "zh"];
  const wanted = language === "zh" ? chinese : [tag, language];
  return wanted.find((code) => codes.includes(code)) ?? "auto";
}

function maximize(tag: string): { language: string; script: string | undefined } {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    return { language, script };
  } catch {
    return { language: tag, script: undefined }; // a tag that nobody checked, as in an import
  }
}
