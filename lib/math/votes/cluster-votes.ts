import type { ComputedRows } from "../computed-analysis";
import { countPackedVotesByGroup } from "./count-codes";
import type { PackedVotes } from "./packed-votes";
import type { VoteCounts } from "./vote-counts";

/** How each base cluster voted on each statement. */
export interface ClusterVotes {
  /** Ids of base clusters, in the order of their first participants. */
  clusters: Int32Array;
  /** Statement id of each column, ascending. */
  statements: Int32Array;
  /** One set of counts a cluster, in the order of `clusters`; one entry a column. */
  counts: VoteCounts[];
}

/**
 * Counts the votes of each base cluster in one pass; people without a cluster are left out.
 * @param rows those of the analysis of these votes
 * @returns no clusters when nobody is in one
 */
export function countClusterVotes(
  votes: PackedVotes,
  { clusterIds }: Pick<ComputedRows, "clusterIds">,
): ClusterVotes {
  const indexOf = new Map<number, number>();
  const clusterOfRow = new Int32Array(clusterIds.length);
  for (let row = 0; row < clusterIds.length; row++) {
    const id = clusterIds[row]!;
    let index = id === -1 ? -1 : indexOf.get(id);
    if (index === undefined) {
      index = indexOf.size;
      indexOf.set(id, index);
    }
    clusterOfRow[row] = index;
  }
  return {
    clusters: Int32Array.from(indexOf.keys()),
    statements: votes.statements.slice(),
    counts: countPackedVotesByGroup(votes, clusterOfRow, indexOf.size),
  };
}
