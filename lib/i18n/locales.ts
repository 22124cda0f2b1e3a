/** The languages of the interface: a new one is a line here and a file in messages/. */
export const locales = [
  { tag: "en", name: "English", direction: "ltr" },
  { tag: "zh-Hant", name: "繁體中文", direction: "ltr" },
] as const satisfies readonly { tag: string; name: string; direction: "ltr" | "rtl" }[];

export type Locale = (typeof locales)[number]["tag"];

export const defaultLocale: Locale = "en";

/** The language with this tag, or null when the interface does not speak it. */
export function findLocale(tag: string | null | undefined): (typeof locales)[number] | null {
  return locales.find((locale) => locale.tag.toLowerCase() === tag?.toLowerCase()) ?? null;
}
