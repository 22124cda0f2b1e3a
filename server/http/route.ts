import type { IncomingMessage, ServerResponse } from "node:http";
import type { Runtime } from "../runtime";

/** What a handler on node:http is given. */
export interface RouteRequest {
  runtime: Runtime;
  req: IncomingMessage;
  res: ServerResponse;
  /** The path of the address, still encoded. */
  path: string;
  query: URLSearchParams;
  /** The decoded segments that the pattern names. */
  params: Record<string, string>;
  /**
   * Answers what was sent to a page's own address with that page, to which these headers are added: what
   * somebody typed is there again.
   */
  showPage(headers: Record<string, string>): Promise<void>;
}

export interface Route {
  /** `ALL`: the handler looks at `req.method` itself. GET also serves HEAD. */
  method: "GET" | "POST" | "DELETE" | "ALL";
  /** `/api/v1/conversations/:slug/votes`; a last segment `*` takes the rest, slashes included. */
  pattern: string;
  /** May throw ServiceError; whatever else it throws is logged and answered with 500. */
  handle(request: RouteRequest): Promise<void> | void;
}
