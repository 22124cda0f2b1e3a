import type { ServerResponse } from "node:http";
import { ADDRESS_HEADER } from "../auth/auth";
import { addressKey } from "./client-address";
import { pseudonymousAddress } from "./pseudonymous-address";
import { readBody } from "./read-body";
import { requireSameOrigin } from "./require-same-origin";
import type { RouteRequest } from "./route";

/** Those of better-auth's own endpoints that something here uses; the others do not exist. */
export async function handleAuth(request: RouteRequest): Promise<void> {
  const { req, res } = request;
  requireSameOrigin(req, request.runtime.publicUrl);
  const body = await readJsonBody(request);
  const answer = await callAuth(request, { target: req.url ?? "/", body });
  await sendAnswer(res, answer);
}

/** Asks better-auth as if the browser had, with its cookies and its limits; a POST has passed requireSameOrigin. */
export async function callAuth(
  { runtime, req }: RouteRequest,
  call: { target: string; body?: unknown; method?: string },
): Promise<Response> {
  const { auth, publicUrl, secrets, env } = runtime;
  const method = call.method ?? req.method;
  const headers = new Headers();
  for (const name of ["cookie", "origin", "referer", "host", "user-agent"] as const) {
    const value = req.headers[name];
    if (value !== undefined) headers.set(name, value);
  }
  // requireSameOrigin has judged it: a browser that hides where it comes from says "null" or nothing.
  if (method === "POST") headers.set("origin", new URL(publicUrl).origin);
  const key = addressKey(req, secrets.addressHash, env.trustProxy);
  headers.set(ADDRESS_HEADER, pseudonymousAddress(key));
  if (call.body !== undefined) headers.set("content-type", "application/json");
  return auth.handler(
    new Request(new URL(call.target, publicUrl), {
      method,
      headers,
      ...(call.body !== undefined && { body: JSON.stringify(call.body) }),
    }),
  );
}

async function readJsonBody({ req }: RouteRequest): Promise<unknown> {
  if (req.headers["content-type"] === undefined) return {};
  const body = await readBody(req);
  return body.kind === "json" ? body.value : Object.fromEntries(body.fields);
}

async function sendAnswer(res: ServerResponse, answer: Response): Promise<void> {
  for (const [name, value] of answer.headers) {
    if (name !== "set-cookie") res.setHeader(name, value);
  }
  res.setHeader("Set-Cookie", answer.headers.getSetCookie());
  res.setHeader("Cache-Control", "no-store");
  res.writeHead(answer.status);
  res.end(Buffer.from(await answer.arrayBuffer()));
}
