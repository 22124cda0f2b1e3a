import type { IncomingMessage, ServerResponse } from "node:http";
import type { Locale } from "@/lib/i18n/locales";
import { sendError } from "../http/send";
import { escapeHtml, readVisitor, writePlainPage } from "./plain-page";

/** The pages' own stylesheet is not there yet. */
const style = `<style>
:root { color-scheme: light dark; font: 1.125rem/1.6 system-ui, sans-serif; }
body { margin: 0; }
main { max-width: 36rem; margin: 0 auto; padding: 4rem 1.25rem; }
h1 { font-size: 1.75rem; line-height: 1.3; margin: 0 0 1rem; }
p { margin: 0; }
</style>`;
const openAgain = '<meta http-equiv="refresh" content="2">';

/**
 * Answers while the server starts: a program is told when to ask again, a browser gets a page that
 * does so by itself. On air there is nothing to be seen meanwhile.
 */
export async function answerStarting(
  req: IncomingMessage,
  res: ServerResponse,
  locales: readonly Locale[],
): Promise<void> {
  const isForPage = req.method === "GET" && (req.headers.accept ?? "").includes("text/html");
  if (!isForPage) return refuse(res);
  const page = await (req.url?.startsWith("/overlay/")
    ? createEmptyPage()
    : createStartingPage(req, locales));
  res.writeHead(503, {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Length": Buffer.byteLength(page),
    "Cache-Control": "no-store",
    "Retry-After": "1",
  });
  res.end(page);
}

function refuse(res: ServerResponse): void {
  const message = "Plenum is starting.";
  const error = { code: "SERVICE_UNAVAILABLE", reason: "starting", message };
  sendError(res, 503, error, { "Retry-After": "1" });
}

async function createStartingPage(req: IncomingMessage, locales: readonly Locale[]) {
  const { locale, t } = await readVisitor(req, locales);
  return writePlainPage({
    locale,
    title: t("startingTitle"),
    head: `${openAgain}${style}`,
    body: `<main id="main"><h1>${escapeHtml(t("startingTitle"))}</h1>
<p>${escapeHtml(t("startingBody"))}</p></main>`,
  });
}

function createEmptyPage(): string {
  return `<!DOCTYPE html><html lang="en"><head><title>Plenum</title>${openAgain}</head></html>`;
}
