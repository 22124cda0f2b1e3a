import type { Multiply } from "./lanczos";
import { codesPerColumn, type PackedVotes } from "./packed-votes";

/** Mean vote of each column over those who voted on it, and the votes as deviations from it. */
export interface CodeDeviations {
  /** -1..1 by column; 0 when moderated out. */
  center: Float64Array;
  /** Vote less center by code; 0 when moderated out. */
  deviations: Float64Array;
}

/**
 * What each code deviates from the mean of its column.
 * @see MATH.md A4
 */
export function centerCodes(
  { statements, codes }: PackedVotes,
  isModeratedOut: Uint8Array,
): CodeDeviations {
  const counts = new Int32Array(codesPerColumn * statements.length);
  for (let cell = 0; cell < codes.length; cell++) counts[codes[cell]!]! += 1;
  const center = new Float64Array(statements.length);
  const deviations = new Float64Array(counts.length);
  for (let column = 0; column < center.length; column++) {
    if (isModeratedOut[column]) continue;
    const at = column * codesPerColumn;
    const seen = counts[at]! + counts[at + 1]! + counts[at + 2]!;
    center[column] = seen === 0 ? 0 : (counts[at + 2]! - counts[at]!) / seen;
    for (let side = 0; side < codesPerColumn; side++) {
      deviations[at + side] = side - 1 - center[column]!;
    }
  }
  return { center, deviations };
}

/**
 * Multiplies by X'X, X the deviations with 0 for a vote not given, in two passes over the votes.
 * @see MATH.md B2
 */
export function createScatterProduct(
  { rowStart, codes }: PackedVotes,
  deviations: Float64Array,
): Multiply {
  const steps = new Float64Array(deviations.length);
  const sums = new Float64Array(deviations.length);
  return (vector) => {
    for (let code = 0; code < steps.length; code++) {
      steps[code] = deviations[code]! * vector[Math.floor(code / codesPerColumn)]!;
    }
    sums.fill(0);
    for (let row = 0; row < rowStart.length - 1; row++) {
      const from = rowStart[row]!;
      const to = rowStart[row + 1]!;
      let score = 0;
      for (let cell = from; cell < to; cell++) score += steps[codes[cell]!]!;
      for (let cell = from; cell < to; cell++) sums[codes[cell]!]! += score;
    }
    return vector.map((_, column) => {
      let sum = 0;
      for (let side = 0; side < codesPerColumn; side++) {
        const code = column * codesPerColumn + side;
        sum += deviations[code]! * sums[code]!;
      }
      return sum;
    });
  };
}
