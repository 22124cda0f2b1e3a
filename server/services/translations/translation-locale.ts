import { findLocale, type Locale } from "@/lib/i18n/locales";

/** A language may be in the database that this version does not know. */
export function isTranslationLocale(tag: string): tag is Locale {
  return findLocale(tag)?.tag === tag;
}
