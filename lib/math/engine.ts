import type { ComputedRows } from "./computed-analysis";
import { computePlenumAnalysis, type PlenumRequest } from "./plenum/analyze-plenum";
import type { PlenumAnalysis } from "./plenum/compose-plenum";
import { type ClusterVotes, countClusterVotes } from "./votes/cluster-votes";
import type { PackedVotes } from "./votes/packed-votes";
import { createVoteStore } from "./votes/vote-store";

/** A conversation's votes with what makes the next analysis of them cheap. */
export interface Engine {
  /** Votes that stand. */
  readonly voteCount: number;
  /**
   * Sets the vote of a participant on a statement, or takes it away with null.
   * @param value agree +1, pass 0, disagree -1
   * @throws RangeError on another value, or an id that is not an integer from 0 to 2^31 - 1
   */
  set(participant: number, statement: number, value: number | null): void;
  /** An analysis of the votes that stand, by profile `plenum`. */
  analyze(request: PlenumRequest): PlenumAnalysis;
  /** How each base cluster voted: of the analysis of the votes that stand. */
  countByCluster(rows: Pick<ComputedRows, "clusterIds">): ClusterVotes;
}

/**
 * An engine for one conversation. Between analyses it keeps the votes and exact integer sums over
 * them, nothing that depends on how they came: however votes were set, in one go or one at a time,
 * in whatever order, the same votes give the same bits.
 * @param votes those that stand at the start, none by default; the engine takes the arrays over
 * @see MATH.md B2
 */
export function createEngine(votes?: PackedVotes): Engine {
  const store = createVoteStore(votes);
  return {
    get voteCount() {
      return store.voteCount;
    },
    set: store.set,
    analyze: (request) => computePlenumAnalysis(store, request),
    countByCluster: (rows) => countClusterVotes(store.read(), rows),
  };
}
