import type { SessionEvent } from "@/lib/schemas/live-session";
import type { NextStatement } from "@/lib/schemas/vote";
import type { Choice } from "@/lib/voting/deck";

/** Where somebody stands when a page opens. */
export interface VotingStart {
  statements: NextStatement[];
  /** Statements without a vote, those sent included. */
  remaining: number;
  /** Statements with a vote that the server has counted. */
  voted: number[];
  /** The highest number of a vote that the server has. */
  seq: number;
  /** The statement that the address names: the first of `statements`, with the own vote on it. */
  direct?: { id: number; choice: Choice | null } | "missing";
  /** What is on stage in the live session, if there ever was one. */
  stage?: SessionEvent | null;
  /** The page was made to be kept for times without a connection: it knows nobody. */
  isCopy?: boolean;
}
