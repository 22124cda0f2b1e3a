import type { IncomingMessage, ServerResponse } from "node:http";
import { keptAnswerHeader } from "@/lib/answers/kept-answer";
import type { Runtime } from "../runtime";
import { ServiceError } from "../services/errors";
import { createMatcher, type RouteMatch } from "./match-route";
import { routes } from "./routes";
import { sendError } from "./send";
import { sendFailure } from "./send-failure";

/** Serves the routes that stand on node:http; whatever they do not name goes to `next`. */
export function createHttpHandler(options: {
  runtime: Runtime;
  next(req: IncomingMessage, res: ServerResponse): Promise<void>;
}): (req: IncomingMessage, res: ServerResponse) => void {
  const { runtime, next } = options;
  const match = createMatcher(routes);
  const isHttps = runtime.publicUrl.startsWith("https:");

  return (req, res) => {
    const url = readTarget(req);
    req.url = url;
    const mark = url.indexOf("?");
    const path = mark < 0 ? url : url.slice(0, mark);
    if (isHttps) res.setHeader("Strict-Transport-Security", "max-age=31536000");
    respond().catch((error: unknown) => {
      if (!res.headersSent) setApiHeaders(res);
      sendFailure(res, error, path);
    });

    async function respond(): Promise<void> {
      const found = matchOrRefuse(match, req.method ?? "GET", path);
      if (found.kind === "none" && !path.startsWith("/api/v1/")) return showPage();
      if (found.kind === "method" && isPageOfForm(found, path)) return showPage();
      setApiHeaders(res);
      if (found.kind === "none") {
        throw new ServiceError("NOT_FOUND", "address-unknown", `There is nothing at ${path}.`);
      }
      if (found.kind === "method") return sendMethodAnswer(req, res, found.allow);
      const query = new URLSearchParams(mark < 0 ? "" : url.slice(mark + 1));
      const { params } = found;
      await found.route.handle({ runtime, req, res, path, query, params, showPage: showAgain });
    }

    /** The body was read: what is left is as if the page had been asked for. */
    async function showAgain(headers: Record<string, string>): Promise<void> {
      for (const name of Object.keys(apiHeaders)) res.removeHeader(name);
      for (const name of bodyHeaders) delete req.headers[name];
      Object.assign(req.headers, headers);
      req.method = "GET";
      await next(req, res);
    }

    /** Pages are only read; what is sent has a route, mostly with an address of its own under /api. */
    async function showPage(): Promise<void> {
      const isRead = req.method === "GET" || req.method === "HEAD";
      // Development's own tools post to addresses that begin so.
      if (!isRead && !path.startsWith("/__nextjs_")) {
        setApiHeaders(res);
        return sendMethodAnswer(req, res, ["GET", "HEAD", "OPTIONS"]);
      }
      if (!isDecodable(path)) req.url = nowhere;
      delete req.headers[keptAnswerHeader]; // it is ours to set
      return next(req, res);
    }
  };
}

const bodyHeaders = ["content-type", "content-length", "transfer-encoding"];

/** A form is sent to the address of the page that it stands on; asking for that is asking for the page. */
function isPageOfForm({ allow }: { allow: string[] }, path: string): boolean {
  return !path.startsWith("/api/") && !allow.includes("GET");
}

/** Next answers half an escape in a dynamic address with a bare 500; this gets its 404 page. */
const nowhere = "/-";

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false; // a percent sign that encodes nothing
  }
}

/** The path and query; a client may also name the whole address, or `*` for the server itself. */
function readTarget({ url = "/" }: IncomingMessage): string {
  if (url.startsWith("/")) return url;
  const rest = url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?]*/i, "");
  return rest.startsWith("/") ? rest : `/${rest}`;
}

function matchOrRefuse(
  match: (method: string, path: string) => RouteMatch,
  method: string,
  path: string,
): RouteMatch {
  try {
    return match(method, path);
  } catch (cause) {
    if (!(cause instanceof URIError)) throw cause;
    const message = "The address holds a percent sign that encodes nothing.";
    throw new ServiceError("BAD_REQUEST", "address-malformed", message, { cause });
  }
}

/** A handler may overwrite them; pages get theirs from proxy.ts and next.config.ts. */
const apiHeaders = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
};

function setApiHeaders(res: ServerResponse): void {
  for (const [name, value] of Object.entries(apiHeaders)) res.setHeader(name, value);
}

function sendMethodAnswer(req: IncomingMessage, res: ServerResponse, allow: string[]): void {
  const headers = { Allow: allow.join(", ") };
  if (req.method === "OPTIONS") {
    res.writeHead(204, headers);
    res.end();
    return;
  }
  const message = `${req.method} is not possible here; ${allow.join(", ")} are.`;
  sendError(
    res,
    405,
    { code: "METHOD_NOT_SUPPORTED", reason: "method-not-supported", message },
    headers,
  );
}
