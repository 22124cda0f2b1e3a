/**
 * The languages of the interface, as the picker lists them. One is offered once its texts are there,
 * as messages/<tag>.json.
 */
export const locales = [
  { tag: "id", name: "Bahasa Indonesia", direction: "ltr" },
  { tag: "cy", name: "Cymraeg", direction: "ltr" },
  { tag: "da", name: "Dansk", direction: "ltr" },
  { tag: "de", name: "Deutsch", direction: "ltr" },
  { tag: "et", name: "Eesti", direction: "ltr" },
  { tag: "en", name: "English", direction: "ltr" },
  { tag: "es", name: "Español", direction: "ltr" },
  { tag: "fr", name: "Français", direction: "ltr" },
  { tag: "hr", name: "Hrvatski", direction: "ltr" },
  { tag: "it", name: "Italiano", direction: "ltr" },
  { tag: "nl", name: "Nederlands", direction: "ltr" },
  { tag: "pl", name: "Polski", direction: "ltr" },
  { tag: "pt-BR", name: "Português (Brasil)", direction: "ltr" },
  { tag: "ro", name: "Română", direction: "ltr" },
  { tag: "sk", name: "Slovenčina", direction: "ltr" },
  { tag: "fi", name: "Suomi", direction: "ltr" },
  { tag: "sv", name: "Svenska", direction: "ltr" },
  { tag: "tr", name: "Türkçe", direction: "ltr" },
  { tag: "el", name: "Ελληνικά", direction: "ltr" },
  { tag: "ru", name: "Русский", direction: "ltr" },
  { tag: "uk", name: "Українська", direction: "ltr" },
  { tag: "he", name: "עברית", direction: "rtl" },
  { tag: "ar", name: "العربية", direction: "rtl" },
  { tag: "fa", name: "فارسی", direction: "rtl" },
  { tag: "hi", name: "हिन्दी", direction: "ltr" },
  { tag: "ta", name: "தமிழ்", direction: "ltr" },
  { tag: "ko", name: "한국어", direction: "ltr" },
  { tag: "ja", name: "日本語", direction: "ltr" },
  { tag: "zh-Hans", name: "简体中文", direction: "ltr" },
  { tag: "zh-Hant", name: "繁體中文", direction: "ltr" },
] as const satisfies readonly { tag: string; name: string; direction: "ltr" | "rtl" }[];

export type Locale = (typeof locales)[number]["tag"];
export type LocaleEntry = (typeof locales)[number];

export const defaultLocale: Locale = "en";

/** The language with this tag, or null when the interface does not know it. */
export function findLocale(tag: string | null | undefined): LocaleEntry | null {
  return locales.find((locale) => locale.tag.toLowerCase() === tag?.toLowerCase()) ?? null;
}
