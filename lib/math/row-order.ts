import type { VoteMatrix } from "./vote-matrix";

/**
 * Rows in the order in which Pol.is meets them after a restart: by the lowest statement id voted on,
 * then by participant id. The order matters because it seeds k-means.
 * @returns a permutation of the row indices; empty for an empty matrix
 * @see MATH.md A2; polis `components/postgres.clj` conv-poll
 */
export function orderRows({ participants, rowStart, columns }: VoteMatrix): Int32Array {
  const firstColumn = (row: number) => columns[rowStart[row]!]!;
  return Int32Array.from(participants.keys()).sort(
    (a, b) => firstColumn(a) - firstColumn(b) || a - b,
  );
}
