import { codesPerColumn } from "../votes/packed-votes";

/** Mean vote of each column over those who voted on it, and the votes as deviations from it. */
export interface CodeDeviations {
  /** -1..1 by column; 0 when moderated out. */
  center: Float64Array;
  /** Vote less center by code; 0 when moderated out. */
  deviations: Float64Array;
}

/**
 * What each code deviates from the mean of its column; a vote not given deviates by 0.
 * A single row or a single column has center 0, so that it is not all zeros.
 * @param counts how often each code occurs
 * @param isModeratedOut 1 for each column that is rejected or metadata
 * @see MATH.md A4
 */
export function centerCodes(
  counts: Int32Array,
  isModeratedOut: Uint8Array,
  rowCount: number,
): CodeDeviations {
  const columnCount = counts.length / codesPerColumn;
  const center = new Float64Array(columnCount);
  const deviations = new Float64Array(counts.length);
  const isCentered = rowCount > 1 && columnCount > 1;
  for (let column = 0; column < columnCount; column++) {
    if (isModeratedOut[column]) continue;
    const at = column * codesPerColumn;
    const seen = counts[at]! + counts[at + 1]! + counts[at + 2]!;
    if (isCentered && seen > 0) center[column] = (counts[at + 2]! - counts[at]!) / seen;
    for (let side = 0; side < codesPerColumn; side++) {
      deviations[at + side] = side - 1 - center[column]!;
    }
  }
  return { center, deviations };
}

/** Sum of the squared deviations of each column: the diagonal of X'X. */
export function sumSquaredDeviations(counts: Int32Array, deviations: Float64Array): Float64Array {
  const squares = new Float64Array(counts.length / codesPerColumn);
  for (let column = 0; column < squares.length; column++) {
    for (let side = 0; side < codesPerColumn; side++) {
      const code = column * codesPerColumn + side;
      squares[column]! += counts[code]! * deviations[code]! * deviations[code]!;
    }
  }
  return squares;
}
