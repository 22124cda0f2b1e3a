import { codesPerColumn, type PackedVotes } from "./packed-votes";
import type { VoteMatrix } from "./vote-matrix";

/**
 * Rows in the order in which Pol.is meets them after a restart: by the lowest statement id voted on,
 * then by participant id. The order matters because it seeds k-means and decides between equals.
 * @returns a permutation of the row indices; empty for an empty matrix
 * @see MATH.md A2; polis `components/postgres.clj` conv-poll
 */
export function orderRows({ participants, statements, rowStart, columns }: VoteMatrix): Int32Array {
  const firstColumns = participants.map((_, row) => columns[rowStart[row]!]!);
  return sortByColumn(firstColumns, statements.length);
}

/** The same order of the rows of packed votes. */
export function orderPackedRows(votes: PackedVotes): Int32Array {
  const { participants, statements, rowStart, codes } = votes;
  const firstColumns = participants.map((_, row) =>
    Math.floor(codes[rowStart[row]!]! / codesPerColumn),
  );
  return sortByColumn(firstColumns, statements.length);
}

/** Counting sort: equals stay in the order of the rows. */
function sortByColumn(columns: Int32Array, columnCount: number): Int32Array {
  const next = new Int32Array(columnCount + 1);
  for (const column of columns) next[column + 1]! += 1;
  for (let column = 0; column < columnCount; column++) next[column + 1]! += next[column]!;
  const order = new Int32Array(columns.length);
  for (let row = 0; row < columns.length; row++) {
    order[next[columns[row]!]!++] = row;
  }
  return order;
}
