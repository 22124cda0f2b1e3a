import type { Locale } from "@/lib/i18n/locales";
import type { Secrets } from "@/server/auth/secrets";
import type { ServiceContext } from "../context";
import type { PublishedSessions } from "../live-sessions/published-sessions";
import type { Ballots } from "../statements/ballots";
import type { Translator } from "../translations/translator";
import type { RateLimits } from "./rate-limits";
import type { VoteQueue } from "./vote-queue";

/** What services take that act for a participant. */
export interface VoteContext extends ServiceContext {
  secrets: Secrets;
  voteQueue: VoteQueue;
  ballots: Ballots;
  publishedSessions: PublishedSessions;
  rateLimits: RateLimits;
  /** Keyed hash of the address a request came from. */
  addressKey: string;
  /** Language of the request; null when it says nothing. */
  readonly locale: Locale | null;
  translator: Translator;
  /** Uniform in [0, 1). */
  random(): number;
}

/** How a request says who asks. */
export interface Credentials {
  cookieHeader: string | null | undefined;
  authorizationHeader: string | null | undefined;
  /** A newcomer's own random key: the same key is the same participant again. */
  idempotencyKey: string | null;
}
