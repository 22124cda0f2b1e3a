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
  { rowStart, statements }: Pick<VoteMatrix, "rowStart" | "statements">,
  rowOrder: Int32Array,
  rule: { minVotes: number; minClustered: number },
  wasIn: ReadonlySet<number> = new Set(),
): Int32Array {
  const threshold = Math.min(rule.minVotes, statements.length);
  const votesOf = (row: number) => rowStart[row + 1]! - rowStart[row]!;
  const isActive = (row: number) => wasIn.has(row) || votesOf(row) >= threshold;
  const active = rowOrder.filter(isActive);
  if (active.length >= rule.minClustered) return active;
  const byVotes = rowOrder.filter((row) => !isActive(row));
  byVotes.sort((a, b) => votesOf(b) - votesOf(a)); // stable: equals keep the row order
  const added = new Set(byVotes.subarray(0, rule.minClustered - active.length));
  return rowOrder.filter((row) => isActive(row) || added.has(row));
}

/**
 * Everybody with at least min(`minVotes`, columns) votes: those of `selectClusteredRows` wherever
 * they are enough. A million rows take 3 ms, and 90 with closures and iterators.
 * @returns row indices, ascending
 */
export function listActiveRows(
  { rowStart, statements }: Pick<VoteMatrix, "rowStart" | "statements">,
  { minVotes }: { minVotes: number },
): Int32Array {
  const threshold = Math.min(minVotes, statements.length);
  const rows = new Int32Array(rowStart.length - 1);
  let count = 0;
  for (let row = 0; row < rows.length; row++) {
    if (rowStart[row + 1]! - rowStart[row]! < threshold) continue;
    rows[count] = row;
    count++;
  }
  return rows.subarray(0, count);
}
