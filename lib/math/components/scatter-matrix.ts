import { type PairStatistics, pairIndex } from "../votes/pair-statistics";
import type { SymmetricOperator, VectorPair } from "./leading-eigenpairs";

/** X'X of the votes as deviations, for some of the columns. */
export interface ScatterMatrix {
  size: number;
  /** size x size, row-major, symmetric to the bit. */
  entries: Float64Array;
}

/**
 * X'X from pair statistics, where X holds votes less `center`, 0 for a vote not given. Divided by
 * rows - 1 it is the covariance of the statements.
 * @param columns those to take, ascending
 * @see MATH.md A4 and B2
 */
export function computeScatter(
  pairs: PairStatistics,
  center: Float64Array,
  columns: Int32Array,
): ScatterMatrix {
  const { sums } = pairs;
  const size = columns.length;
  const entries = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    const mean = center[columns[row]!]!;
    for (let i = 0; i <= row; i++) {
      const at = pairIndex(columns[i]!, columns[row]!);
      const other = center[columns[i]!]!;
      // Sum of (x - other) * (y - mean) over those who voted on both.
      const cross = sums[at + 3]! - other * sums[at + 2]! - mean * sums[at + 1]!;
      entries[row * size + i] = cross + other * mean * sums[at]!;
    }
  }
  for (let row = 0; row < size; row++) {
    for (let i = 0; i < row; i++) entries[i * size + row] = entries[row * size + i]!;
  }
  return { size, entries };
}

/** Products with that matrix, two rows at a time. */
export function createMatrixOperator({ size, entries }: ScatterMatrix): SymmetricOperator {
  return {
    size,
    multiply([first, second], [firstProduct, secondProduct]: VectorPair) {
      for (let row = 0; row < size; row += 2) {
        const start = row * size;
        const below = row + 1 < size ? start + size : start;
        let a = 0;
        let b = 0;
        let c = 0;
        let d = 0;
        for (let i = 0; i < size; i++) {
          const upper = entries[start + i]!;
          const lower = entries[below + i]!;
          a += upper * first[i]!;
          b += upper * second[i]!;
          c += lower * first[i]!;
          d += lower * second[i]!;
        }
        firstProduct[row] = a;
        secondProduct[row] = b;
        if (below === start) continue;
        firstProduct[row + 1] = c;
        secondProduct[row + 1] = d;
      }
    },
  };
}
