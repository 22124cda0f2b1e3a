import type { IncomingMessage } from "node:http";
import type { Locale } from "@/lib/i18n/locales";
import { escapeHtml, readVisitor, writePlainPage } from "./plain-page";

/**
 * The page of a failure, in the reader's language and whole without a script.
 * @param stylesheet address of the pages' own; null: plain text
 */
export async function createFailurePage(
  request: Pick<IncomingMessage, "url" | "headers">,
  stylesheet: string | null,
  locales: readonly Locale[],
): Promise<string> {
  const { locale, hasChosen, t } = await readVisitor(request, locales);
  const home = hasChosen ? `/?lang=${locale}` : "/";
  const link = (href: string, text: string) =>
    `<a href="${escapeHtml(href)}" class="link inline-flex min-h-11 items-center">${escapeHtml(text)}</a>`;
  return writePlainPage({
    locale,
    title: t("brokenTitle"),
    head: stylesheet === null ? "" : `<link rel="stylesheet" href="${escapeHtml(stylesheet)}">`,
    body: `<main id="main"><div class="reading-width grid gap-5 py-16">
<h1 class="text-3xl">${escapeHtml(t("brokenTitle"))}</h1>
<p class="text-lg text-muted">${escapeHtml(t("brokenBody"))}</p>
<p class="flex flex-wrap gap-x-6">${link(request.url ?? "/", t("retry"))} ${link(home, t("toHome"))}</p>
</div></main>`,
  });
}
