import type { OutgoingHttpHeaders, ServerResponse } from "node:http";

/** What every error on the API looks like; the interface translates `reason`. */
export interface ErrorBody {
  code: string;
  /** A stable kebab-case word such as `conversation-closed`. */
  reason: string;
  /** For developers. */
  message: string;
}

export function sendJson(
  res: ServerResponse,
  status: number,
  body: unknown,
  headers: OutgoingHttpHeaders = {},
): void {
  const text = JSON.stringify(body);
  res.writeHead(status, {
    "Content-Type": "application/json; charset=utf-8",
    "Content-Length": Buffer.byteLength(text),
    "Cache-Control": "no-store",
    ...headers,
  });
  res.end(text); // as a string it leaves in one write with the head
}

export function sendError(
  res: ServerResponse,
  status: number,
  error: ErrorBody,
  headers: OutgoingHttpHeaders = {},
): void {
  sendJson(res, status, { error }, headers);
}

/** Sends a browser that posted a form on to a page, which it asks for with GET. */
export function sendSeeOther(res: ServerResponse, location: string): void {
  res.writeHead(303, { Location: location, "Content-Length": 0, "Cache-Control": "no-store" });
  res.end();
}
