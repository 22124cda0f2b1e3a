import type { VoteMatrix } from "./vote-matrix";

/**
 * Who enters the clustering: everybody with at least min(`minVotes`, columns) votes, votes on
 * moderated-out statements included; while that is fewer than `minClustered` people, those with most
 * votes besides, equals by their place in `rowOrder`.
 * @param rowOrder permutation of the rows of `matrix`, see `orderRows`
 * @param wasIn rows that were clustered before: once in, always in
 * @returns row indices in the order of `rowOrder`; empty without votes
 * @see MATH.md A3; polis `math/conversation.clj` :in-conv
 */
export function selectClusteredRows(
  { rowStart, statements }: VoteMatrix,
  rowOrder: Int32Array,
  rule: { minVotes: number; minClustered: number },
  wasIn: ReadonlySet<number> = new Set(),
): Int32Array {
  const threshold = Math.min(rule.minVotes, statements.length);
  const votesOf = (row: number) => rowStart[row + 1]! - rowStart[row]!;
  const chosen = new Set(rowOrder.filter((row) => wasIn.has(row) || votesOf(row) >= threshold));
  if (chosen.size < rule.minClustered) {
    const byVotes = rowOrder.filter((row) => !chosen.has(row));
    byVotes.sort((a, b) => votesOf(b) - votesOf(a)); // stable: equals keep the row order
    for (const row of byVotes.subarray(0, rule.minClustered - chosen.size)) chosen.add(row);
  }
  return rowOrder.filter((row) => chosen.has(row));
}
