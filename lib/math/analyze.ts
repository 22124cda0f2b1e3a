import type { Analysis, Frame } from "../schemas/analysis";
import type { VoteMatrix } from "./vote-matrix";

/** A statement as the mathematics needs it. */
export interface AnalysisStatement {
  id: number;
  moderation: "pending" | "accepted" | "rejected";
  /** About the participant, not the topic: kept out of the mathematics. */
  isMetadata: boolean;
}

export interface AnalysisInput {
  votes: VoteMatrix;
  /** Every statement of the conversation, voted on or not, in any order. */
  statements: readonly AnalysisStatement[];
  profile: "polis";
  /** Group id by participant: statistics for these groups instead of found ones. */
  groups?: ReadonlyMap<number, number>;
}

/** What the frame follows from; see `toPreviousAnalysis`. */
export interface PreviousAnalysis {
  frame: Frame;
  /** Group id by participant. */
  membership: ReadonlyMap<number, number>;
  /** Core coordinates by participant. */
  positions: ReadonlyMap<number, readonly [number, number]>;
}

/** Computes one analysis. Stands in until the pipeline is complete. */
export function analyze(_input: AnalysisInput, _previous?: PreviousAnalysis): Analysis {
  throw new Error("The pipeline is not there yet.");
}
