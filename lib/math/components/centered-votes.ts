import type { VoteMatrix } from "../votes/vote-matrix";

/**
 * The votes as deviations from the mean of their statement, sparse. A vote that was not given is
 * imputed with the mean, so its deviation is 0 and takes no room. Neither do the votes on
 * moderated-out statements, whose columns count as zeros throughout.
 */
export interface CenteredVotes {
  /** The order in which sums over rows run, see `orderRows`. */
  rowOrder: Int32Array;
  rowCount: number;
  columnCount: number;
  /** Mean vote of each column over those who voted on it, -1..1; 0 when moderated out. */
  center: Float64Array;
  /** 1 for each column that is moderated out. */
  isModeratedOut: Uint8Array;
  moderatedOutCount: number;
  /** Compressed rows, as in VoteMatrix, of the votes on live statements. */
  rowStart: Int32Array;
  columns: Int32Array;
  /** Vote minus center. */
  deviations: Float64Array;
}

/**
 * Centers a vote matrix.
 * A single row or a single column has center 0, so that it is not all zeros (MATH.md A4).
 * @param rowOrder a permutation of the rows
 * @param isModeratedOut 1 for each column that is rejected or metadata
 * @see MATH.md A2 and A4; polis `math/conversation.clj` rating-mat, :mat
 */
export function centerVotes(
  matrix: VoteMatrix,
  rowOrder: Int32Array,
  isModeratedOut: Uint8Array,
): CenteredVotes {
  const rowCount = matrix.participants.length;
  const columnCount = matrix.statements.length;
  const center =
    rowCount > 1 && columnCount > 1
      ? meanVotes(matrix, isModeratedOut)
      : new Float64Array(columnCount);
  const rowStart = new Int32Array(rowCount + 1);
  const columns = new Int32Array(matrix.columns.length);
  const deviations = new Float64Array(matrix.columns.length);
  let live = 0;
  for (let row = 0; row < rowCount; row++) {
    for (let cell = matrix.rowStart[row]!; cell < matrix.rowStart[row + 1]!; cell++) {
      const column = matrix.columns[cell]!;
      if (isModeratedOut[column]) continue;
      columns[live] = column;
      deviations[live] = matrix.values[cell]! - center[column]!;
      live++;
    }
    rowStart[row + 1] = live;
  }
  return {
    rowOrder,
    rowCount,
    columnCount,
    center,
    isModeratedOut,
    moderatedOutCount: isModeratedOut.reduce((sum, flag) => sum + flag, 0),
    rowStart,
    columns: columns.subarray(0, live),
    deviations: deviations.subarray(0, live),
  };
}

function meanVotes(matrix: VoteMatrix, isModeratedOut: Uint8Array): Float64Array {
  const sums = new Int32Array(matrix.statements.length);
  const counts = new Int32Array(matrix.statements.length);
  for (let cell = 0; cell < matrix.columns.length; cell++) {
    const column = matrix.columns[cell]!;
    sums[column]! += matrix.values[cell]!;
    counts[column]! += 1;
  }
  return Float64Array.from(sums, (sum, column) =>
    isModeratedOut[column] ? 0 : sum / counts[column]!,
  );
}
