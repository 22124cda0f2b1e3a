import type { Database } from "@/server/db/client";

/** On whose behalf a service runs. */
export type Actor =
  | { kind: "anonymous" }
  | { kind: "participant"; conversationId: number; participantId: number }
  | { kind: "user"; userId: string; instanceRole: "owner" | "facilitator" }
  /** Whoever holds the link of a private overlay; the hash of its token. */
  | { kind: "overlay"; tokenHash: string }
  /** A command at the console of the machine itself. */
  | { kind: "operator" };

/** What every service takes first. */
export interface ServiceContext {
  db: Database;
  actor: Actor;
  now(): Date;
}
