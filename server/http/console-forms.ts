import { createOwner } from "../services/users/create-owner";
import { callAuth } from "./auth";
import { reasonOf } from "./form-answer";
import { readBody } from "./read-body";
import { requireSameOrigin } from "./require-same-origin";
import type { RouteRequest } from "./route";
import { sendSeeOther } from "./send";

/** The plain forms of the console: they work before, and without, any script. */
export async function handleSignIn(request: RouteRequest): Promise<void> {
  const fields = await readFields(request);
  const problem = await signIn(request, readCredentials(fields));
  if (problem) return sendTo(request, "/manage/sign-in", fields, { problem });
  sendTo(request, "/manage", fields);
}

export async function handleSignOut(request: RouteRequest): Promise<void> {
  const fields = await readFields(request);
  const answer = await callAuth(request, { target: "/api/auth/sign-out", body: {} });
  request.res.setHeader("Set-Cookie", answer.headers.getSetCookie());
  sendTo(request, "/manage/sign-in", fields);
}

/** Makes the owner and signs them in. */
export async function handleSetup(request: RouteRequest): Promise<void> {
  const { runtime, path } = request;
  const fields = await readFields(request);
  const token = fields.get("token") ?? "";
  const ctx = {
    db: runtime.database.db,
    actor: { kind: "anonymous" as const },
    now: () => new Date(),
  };
  try {
    const email = fields.get("email") ?? "";
    await createOwner(ctx, { token, email, password: fields.get("password") ?? "" });
  } catch (error) {
    const problem = reasonOf(error, path);
    return sendTo(request, "/manage/setup", fields, { token, problem });
  }
  const problem = await signIn(request, readCredentials(fields));
  sendTo(request, problem ? "/manage/sign-in" : "/manage", fields);
}

/** @throws ServiceError FORBIDDEN for a form of another site */
export async function readFields(request: RouteRequest): Promise<URLSearchParams> {
  requireSameOrigin(request.req, request.runtime.publicUrl);
  const body = await readBody(request.req);
  return body.kind === "form" ? body.fields : new URLSearchParams();
}

function readCredentials(fields: URLSearchParams): { email: string; password: string } {
  return { email: (fields.get("email") ?? "").trim(), password: fields.get("password") ?? "" };
}

/** Sets the session cookie; otherwise the word by which the page says what is wrong. */
export async function signIn(
  request: RouteRequest,
  credentials: { email: string; password: string },
): Promise<string | null> {
  const target = "/api/auth/sign-in/email";
  const answer = await callAuth(request, { target, body: credentials });
  if (answer.ok) {
    request.res.setHeader("Set-Cookie", answer.headers.getSetCookie());
    return null;
  }
  if (answer.status === 429) return "too-many";
  return answer.status === 400 || answer.status === 401 ? "wrong" : "failed";
}

/** To a page of the console, in the language that the form was in. */
export function sendTo(
  { res }: RouteRequest,
  page: string,
  fields: URLSearchParams,
  query: Record<string, string> | URLSearchParams = {},
  mark = "",
): void {
  const search = new URLSearchParams(query);
  const language = fields.get("lang");
  if (language && /^[A-Za-z-]{2,20}$/.test(language)) search.set("lang", language);
  sendSeeOther(res, `${page}${search.size > 0 ? `?${search}` : ""}${mark}`);
}
