import { readFile } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { createTranslator, type Messages } from "next-intl";
import { detectLocale } from "@/lib/i18n/detect-locale";
import { findLocale, type Locale } from "@/lib/i18n/locales";

/** A page that is there when Next's pages are not, whole without a script. */
export interface PlainPage {
  locale: Locale;
  title: string;
  /** Markup, beside what every page has. */
  head: string;
  body: string;
}

export function writePlainPage({ locale, title, head, body }: PlainPage): string {
  return `<!DOCTYPE html>
<html lang="${locale}" dir="${findLocale(locale)?.direction}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${escapeHtml(title)} · Plenum</title>
${head}</head>
<body>${body}</body></html>
`;
}

/** The language of whoever asks, whether they chose it, and what is said of errors in it. */
export async function readVisitor(
  { url = "/", headers }: Pick<IncomingMessage, "url" | "headers">,
  locales: readonly Locale[],
) {
  const chosen = new URLSearchParams(url.split("?")[1] ?? "").get("lang");
  const locale = detectLocale({ chosen, acceptLanguage: headers["accept-language"] }, locales);
  const file = new URL(`../../lib/i18n/messages/${locale}.json`, import.meta.url);
  const messages: Messages = JSON.parse(await readFile(file, "utf8"));
  const t = createTranslator({ locale, messages, namespace: "errors" });
  return { locale, hasChosen: findLocale(chosen) !== null, t };
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
