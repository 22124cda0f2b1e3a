import type { IncomingMessage } from "node:http";
import { ServiceError } from "../services/errors";

/**
 * Refuses what a page of another site makes a browser post with our cookie. A client that is no browser
 * sends neither header and is let through: it has no cookie that somebody else could borrow.
 */
export function requireSameOrigin(req: IncomingMessage, publicUrl: string): void {
  const site = req.headers["sec-fetch-site"];
  // "none" is the person's own doing, such as reloading a form.
  const isOwn = site === undefined ? hasOwnOrigin(req, publicUrl) : isOwnSite(site);
  if (isOwn) return;
  const message = "This request was made by a page of another site.";
  throw new ServiceError("FORBIDDEN", "cross-site-request", message);
}

function isOwnSite(site: string | string[]): boolean {
  return site === "same-origin" || site === "none";
}

function hasOwnOrigin(req: IncomingMessage, publicUrl: string): boolean {
  const { origin, host } = req.headers;
  if (origin === undefined || origin === publicUrl) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
