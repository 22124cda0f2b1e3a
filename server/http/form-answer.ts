import { log } from "../log";
import { ServiceError } from "../services/errors";
import type { RouteRequest } from "./route";
import { sendSeeOther } from "./send";

/** Whether a form was posted by a browser that waits for a page, not by a script. */
export function wantsPage({ req }: RouteRequest): boolean {
  return (req.headers.accept ?? "").includes("text/html");
}

/**
 * Sends the browser back to the page its form stands on, which shows what came of it.
 * @param page below the conversation's own address, where the form stands on such a one
 */
export function sendBackToPage(
  { res, params }: RouteRequest,
  fields: URLSearchParams,
  outcome: Record<string, string>,
  page = "",
): void {
  const query = new URLSearchParams(outcome);
  const language = fields.get("lang");
  if (language && /^[A-Za-z-]{2,20}$/.test(language)) query.set("lang", language);
  const isFramed = fields.get("embed") === "1";
  // A frame has what is stored on the page of own votes.
  const part = isFramed && page === "my-data" ? "mine" : page;
  const address = `/${isFramed ? "embed" : "c"}/${encodeURIComponent(params.slug!)}${part && `/${part}`}`;
  sendSeeOther(res, `${address}?${query}`);
}

/** The word by which the page says what went wrong. */
export function reasonOf(error: unknown, path: string): string {
  if (error instanceof ServiceError) return error.reason;
  log.error("A form could not be taken.", { path, error });
  return "internal-error";
}
