import { participantCookieName } from "../auth/read-participant";
import { resumeCodeCookieName } from "../auth/resume-code";
import type { RouteRequest } from "./route";

/** Where the page is that shows a code again. */
const codePath = (slug: string) => `/c/${encodeURIComponent(slug)}/my-data`;

/** Makes the browser forget who it was in a conversation, in a frame on another site too. */
export function clearParticipantCookies(
  { res, params }: Pick<RouteRequest, "res" | "params">,
  conversationId: number,
): void {
  const gone = `${participantCookieName(conversationId)}=; Path=/; Max-Age=0; HttpOnly`;
  const code = `${resumeCodeCookieName(conversationId)}=; Path=${codePath(params.slug!)}`;
  res.appendHeader("Set-Cookie", [
    `${gone}; SameSite=Lax`,
    `${gone}; SameSite=None; Secure; Partitioned`,
    `${code}; Max-Age=0; HttpOnly; SameSite=Strict`,
  ]);
}

/** Lets the page that asked for a code show it, as long as it is good for. */
export function setCodeCookie(
  { res, params, runtime }: RouteRequest,
  made: { conversationId: number; code: string; expiresAt: Date },
): void {
  const pair = `${resumeCodeCookieName(made.conversationId)}=${made.code}`;
  const secure = runtime.publicUrl.startsWith("https:") ? "; Secure" : "";
  res.appendHeader(
    "Set-Cookie",
    `${pair}; Path=${codePath(params.slug!)}; Expires=${made.expiresAt.toUTCString()}; HttpOnly; SameSite=Strict${secure}`,
  );
}
