import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import next from "next";
import type { Locale } from "@/lib/i18n/locales";
import { log } from "../log";
import { createFailurePage } from "./failure-page";
import { projectRoot } from "./project-root";
import { replaceFailedPage } from "./replace-failed-page";
import { readStaticFiles } from "./static-files";

/** Next, for everything that server/http does not answer. */
export interface Pages {
  handle(req: IncomingMessage, res: ServerResponse): Promise<void>;
  close(): Promise<void>;
}

export async function preparePages(options: {
  isDevelopment: boolean;
  locales: readonly Locale[];
}): Promise<Pages> {
  const app = next({ dev: options.isDevelopment, dir: projectRoot, customServer: true });
  await app.prepare();
  if (!options.isDevelopment) logWhatPagesReport();
  const handle = app.getRequestHandler();
  const files = options.isDevelopment
    ? null
    : await readStaticFiles(join(projectRoot, ".next/static"), "/_next/static");
  return {
    async handle(req, res) {
      if (files?.serve(req, res)) return;
      // An overlay has no room for a page of words; its script tries again by itself.
      if (!req.url?.startsWith("/overlay/") && !options.isDevelopment) {
        replaceFailedPage(res, (stylesheet) => createFailurePage(req, stylesheet, options.locales));
      }
      await handle(req, res);
    },
    close: () => app.close(),
  };
}

/** Next writes what failed to the console, many lines and the values of queries included. */
function logWhatPagesReport(): void {
  console.error = (...parts: unknown[]) => {
    const error = parts.find((part) => part instanceof Error);
    const text = parts.filter((part) => typeof part === "string").join(" ");
    log.error("A page failed.", error ? { error } : { text });
  };
}
