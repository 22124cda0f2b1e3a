import type { Locale } from "@/lib/i18n/locales";
import type { Auth } from "./auth/auth";
import type { Secrets } from "./auth/secrets";
import type { DatabaseClient } from "./db/client";
import type { Env } from "./env";
import type { Live } from "./live/live";
import type { EncodedAnalyses } from "./services/analyses/encoded-analyses";
import type { Agreements } from "./services/analyses/get-agreement";
import type { PublishedSessions } from "./services/live-sessions/published-sessions";
import type { Mailer } from "./services/people/mailer";
import type { Posters } from "./services/posters/posters";
import type { Painter } from "./services/previews/painter";
import type { Previews } from "./services/previews/previews";
import type { Participations } from "./services/reports/participations";
import type { Printer } from "./services/reports/printer";
import type { ReportPdfs } from "./services/reports/report-pdfs";
import type { Signer } from "./services/reports/signer";
import type { Ballots } from "./services/statements/ballots";
import type { Translator } from "./services/translations/translator";
import type { RateLimits } from "./services/votes/rate-limits";
import type { VoteQueue } from "./services/votes/vote-queue";

/** The stateful objects of this process, built once by main.ts. */
export interface Runtime {
  env: Env;
  /** Where this instance is reached, without a trailing slash. */
  publicUrl: string;
  /** The languages that the interface speaks here. */
  locales: readonly Locale[];
  database: DatabaseClient;
  secrets: Secrets;
  live: Live;
  voteQueue: VoteQueue;
  ballots: Ballots;
  publishedSessions: PublishedSessions;
  rateLimits: RateLimits;
  auth: Auth;
  mailer: Mailer;
  encodedAnalyses: EncodedAnalyses;
  translator: Translator;
  agreements: Agreements;
  participations: Participations;
  /** Null where this server signs nothing. */
  signer: Signer | null;
  painter: Painter;
  previews: Previews;
  printer: Printer;
  reportPdfs: ReportPdfs;
  posters: Posters;
}

const key = Symbol.for("plenum");
type Holder = { [key]?: Runtime };

/**
 * Next loads server files again for pages and once more for route handlers, so module state is not
 * shared: the one place that is, is globalThis.
 * @throws Error outside the process that main.ts started
 */
export function getRuntime(): Runtime {
  const runtime = (globalThis as Holder)[key];
  if (!runtime) throw new Error("There is no runtime: start the process with server/main.ts.");
  return runtime;
}

export function setRuntime(runtime: Runtime): void {
  (globalThis as Holder)[key] = runtime;
}
