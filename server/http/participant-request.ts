import { participantCookieName } from "../auth/read-participant";
import { ServiceError } from "../services/errors";
import type { Credentials, VoteContext } from "../services/votes/vote-context";
import { addressKey } from "./client-address";
import { clearParticipantCookies } from "./participant-cookies";
import { readerLocale } from "./reader-locale";
import type { RouteRequest } from "./route";

const COOKIE_SECONDS = 365 * 24 * 60 * 60;

/** The context of a request that acts for a participant. */
export function voteContextOf({ runtime, req }: RouteRequest): VoteContext {
  const { database, secrets, voteQueue, ballots, publishedSessions, rateLimits, env } = runtime;
  return {
    db: database.db,
    actor: { kind: "anonymous" },
    now: () => new Date(),
    secrets,
    voteQueue,
    ballots,
    publishedSessions,
    rateLimits,
    // Only newcomers are counted by address.
    get addressKey() {
      return addressKey(req, secrets.addressHash, env.trustProxy);
    },
    // Only where there are translations.
    get locale() {
      return readerLocale(req.headers["accept-language"], runtime.locales);
    },
    translator: runtime.translator,
    random: Math.random,
  };
}

/**
 * Runs what a participant asks for. When they are gone, the browser is told to forget them, so that it
 * can be a newcomer's with its next request.
 */
export async function actAsParticipant<T>(
  request: RouteRequest,
  act: () => Promise<T>,
): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof ServiceError && error.reason === "participant-gone") {
      const { conversation } = await request.runtime.ballots.get(request.params.slug!);
      clearParticipantCookies(request, conversation.id);
    }
    throw error;
  }
}

/** @param formKey the hidden field of a form, which can send no header */
export function credentialsOf({ req }: RouteRequest, formKey: string | null = null): Credentials {
  const header = req.headers["idempotency-key"];
  return {
    cookieHeader: req.headers.cookie,
    authorizationHeader: req.headers.authorization,
    idempotencyKey: (typeof header === "string" ? header : null) ?? formKey,
  };
}

/** Whether the page stands in a frame on another site, where a cookie has to be partitioned. */
export function isEmbedded({ req }: RouteRequest, form?: URLSearchParams): boolean {
  return req.headers["plenum-embed"] === "1" || form?.get("embed") === "1";
}

/**
 * Gives the browser its token back, so that the next request is the same participant's. Whoever showed
 * that token already gets none.
 */
export function setParticipantCookie(
  { req, res, runtime }: RouteRequest,
  input: { conversationId: number; token: string; isEmbedded: boolean },
): void {
  const { authorization = "", cookie = "" } = req.headers;
  if (authorization.endsWith(input.token) || cookie.includes(`=${input.token}`)) return;
  const isHttps = runtime.publicUrl.startsWith("https:");
  const place = input.isEmbedded
    ? "; SameSite=None; Secure; Partitioned"
    : `; SameSite=Lax${isHttps ? "; Secure" : ""}`;
  const pair = `${participantCookieName(input.conversationId)}=${input.token}`;
  res.appendHeader("Set-Cookie", `${pair}; Path=/; Max-Age=${COOKIE_SECONDS}; HttpOnly${place}`);
}
