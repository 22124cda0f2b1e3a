import { readFile } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { detectLocale } from "@/lib/i18n/detect-locale";
import { findLocale, type Locale } from "@/lib/i18n/locales";

interface Texts {
  errors: { brokenTitle: string; brokenBody: string; retry: string; toHome: string };
}

/**
 * The page of a failure, in the reader's language and whole without a script.
 * @param stylesheet address of the pages' own; null: plain text
 */
export async function createFailurePage(
  { url = "/", headers }: Pick<IncomingMessage, "url" | "headers">,
  stylesheet: string | null,
  locales: readonly Locale[],
): Promise<string> {
  const chosen = new URLSearchParams(url.split("?")[1] ?? "").get("lang");
  const visitor = { chosen, acceptLanguage: headers["accept-language"] ?? null };
  const locale = detectLocale(visitor, locales);
  const { errors } = await readTexts(locale);
  const home = findLocale(chosen) ? `/?lang=${locale}` : "/";
  const link = (href: string, text: string) =>
    `<a href="${escapeHtml(href)}" class="link inline-flex min-h-11 items-center">${escapeHtml(text)}</a>`;
  return `<!DOCTYPE html>
<html lang="${locale}" dir="${findLocale(locale)?.direction}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${escapeHtml(errors.brokenTitle)} · Plenum</title>
${stylesheet === null ? "" : `<link rel="stylesheet" href="${escapeHtml(stylesheet)}">`}</head>
<body><main id="main"><div class="reading-width grid gap-5 py-16">
<h1 class="text-3xl">${escapeHtml(errors.brokenTitle)}</h1>
<p class="text-lg text-muted">${escapeHtml(errors.brokenBody)}</p>
<p class="flex flex-wrap gap-x-6">${link(url, errors.retry)} ${link(home, errors.toHome)}</p>
</div></main></body></html>
`;
}

async function readTexts(locale: Locale): Promise<Texts> {
  const file = new URL(`../../lib/i18n/messages/${locale}.json`, import.meta.url);
  return JSON.parse(await readFile(file, "utf8"));
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
