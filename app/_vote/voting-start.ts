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
  /** The page was made to be kept for times without a connection: it knows nobody. */
  isCopy?: boolean;
}
