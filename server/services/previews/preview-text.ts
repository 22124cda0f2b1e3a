import { readFile } from "node:fs/promises";
import { createTranslator } from "next-intl";
import type { Locale } from "@/lib/i18n/locales";
import type messagesInEnglish from "@/lib/i18n/messages/en.json";

export interface PreviewText {
  askedBy(name: string): string;
  counts(of: { participants: number; votes: number; statements: number }): string;
}

/** What a picture says, in the words of the pages. */
export async function loadPreviewText(locale: Locale): Promise<PreviewText> {
  const file = new URL(`../../../lib/i18n/messages/${locale}.json`, import.meta.url);
  const messages: typeof messagesInEnglish = JSON.parse(await readFile(file, "utf8"));
  const t = createTranslator({ locale, messages });
  return {
    askedBy: (name) => t("common.askedBy", { name }),
    counts: ({ participants, votes, statements }) =>
      t("results.facts", { participants, votes, statements }),
  };
}
