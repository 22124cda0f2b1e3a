import { readFile } from "node:fs/promises";
import { createTranslator } from "next-intl";
import type { Locale } from "@/lib/i18n/locales";
import type messagesInEnglish from "@/lib/i18n/messages/en.json";

/** The words of the pages, for tables and pictures that leave them. */
export async function loadWords(locale: Locale) {
  const file = new URL(`../../lib/i18n/messages/${locale}.json`, import.meta.url);
  const messages: typeof messagesInEnglish = JSON.parse(await readFile(file, "utf8"));
  return createTranslator({ locale, messages });
}

export type Words = Awaited<ReturnType<typeof loadWords>>;
