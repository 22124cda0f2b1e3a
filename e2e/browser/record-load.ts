import { gzipSync } from "node:zlib";
import type { Page, Response } from "@playwright/test";

/** What a page made the browser load; kB are of 1,000 bytes, compressed with gzip. */
export interface Load {
  scriptKb: number;
  htmlKb: number;
  cssKb: number;
}

/**
 * Notes everything that `page` loads from now on. Each text is compressed here, at gzip's usual
 * level, so that the figures depend on what is sent and not on how this server compresses it.
 * @returns what it came to so far; to be asked before the page is left
 */
export function recordLoad(page: Page): () => Promise<Load> {
  const responses: Response[] = [];
  page.on("response", (response) => responses.push(response));
  const weighAll = (type: string) =>
    weigh(responses.filter((response) => response.request().resourceType() === type));
  return async () => ({
    scriptKb: await weighAll("script"),
    htmlKb: await weighAll("document"),
    cssKb: await weighAll("stylesheet"),
  });
}

async function weigh(responses: Response[]): Promise<number> {
  const bodies = await Promise.all(responses.map((response) => response.body()));
  const bytes = bodies.reduce((sum, body) => sum + gzipSync(body).length, 0);
  return Math.round(bytes / 100) / 10;
}

/** Addresses of requests that `page` sends anywhere else than to `origin`, as they are sent. */
export function recordForeignRequests(page: Page, origin: string): string[] {
  const foreign: string[] = [];
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (/^(?:http|ws)s?:$/.test(url.protocol) && url.origin !== origin) foreign.push(url.href);
  });
  return foreign;
}
