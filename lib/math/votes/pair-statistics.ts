import { codesPerColumn } from "./packed-votes";

/**
 * What the votes say of each pair of columns, over the participants who voted on both: all that the
 * covariance of the statements needs. Whole numbers, so they are the same however they came about.
 * @see MATH.md B2
 */
export interface PairStatistics {
  columnCount: number;
  /**
   * Of each pair of columns i <= j in turn, see `pairIndex`: participants who voted on both, the sum
   * of their votes on i, that of their votes on j, and the sum of the products of both. The pair of
   * a column with itself counts its votes.
   */
  sums: Int32Array;
}

/** Sums of a pair. */
export const sumsPerPair = 4;

/**
 * Zeros for every pair of that many columns.
 */
export function createPairStatistics(columnCount: number): PairStatistics {
  const pairCount = (columnCount * (columnCount + 1)) / 2;
  return { columnCount, sums: new Int32Array(sumsPerPair * pairCount) };
}

/** Where the sums of the pair i <= j begin: a triangle that grows at its end with a column. */
export function pairIndex(i: number, j: number): number {
  return 2 * j * (j + 1) + sumsPerPair * i; // j columns before have j (j + 1) / 2 pairs
}

/**
 * Puts each pair where its columns are now.
 * @param columnOf by old column: the new one, ascending, or -1 for one whose pairs are dropped
 */
export function movePairs(
  pairs: PairStatistics,
  columnOf: Int32Array,
  columnCount: number,
): PairStatistics {
  const moved = createPairStatistics(columnCount);
  for (let j = 0; j < columnOf.length; j++) {
    if (columnOf[j]! < 0) continue;
    for (let i = 0; i <= j; i++) {
      if (columnOf[i]! < 0) continue;
      const from = pairIndex(i, j);
      const to = pairIndex(columnOf[i]!, columnOf[j]!);
      for (let k = 0; k < sumsPerPair; k++) moved.sums[to + k] = pairs.sums[from + k]!;
    }
  }
  return moved;
}

/** How often each code occurs: the pairs of the columns with themselves tell. */
export function countCodesOfPairs({ columnCount, sums }: PairStatistics): Int32Array {
  const counts = new Int32Array(codesPerColumn * columnCount);
  for (let column = 0; column < columnCount; column++) {
    const at = pairIndex(column, column);
    const voiced = sums[at + 3]!;
    counts[column * codesPerColumn] = (voiced - sums[at + 1]!) / 2;
    counts[column * codesPerColumn + 1] = sums[at]! - voiced;
    counts[column * codesPerColumn + 2] = (voiced + sums[at + 1]!) / 2;
  }
  return counts;
}
