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
  return sumsPerPair * ((j * (j + 1)) / 2 + i);
}

/**
 * Counts a vote in, or out, with every other vote of its row and with itself.
 * @param row codes of the row in its first `length` entries, in any order
 * @param code of the vote; if it is in the row as well, that entry is passed over
 * @param sign 1 to count in, -1 to count out
 */
export function addVote(
  { sums }: PairStatistics,
  row: Int32Array,
  length: number,
  code: number,
  sign: 1 | -1,
): void {
  const column = Math.floor(code / codesPerColumn);
  const value = code - column * codesPerColumn - 1;
  for (let cell = 0; cell < length; cell++) {
    const otherCode = row[cell]!;
    const other = Math.floor(otherCode / codesPerColumn);
    if (other === column) continue;
    const otherValue = otherCode - other * codesPerColumn - 1;
    const isFirst = column < other;
    const at = isFirst ? pairIndex(column, other) : pairIndex(other, column);
    sums[at]! += sign;
    sums[at + 1]! += isFirst ? sign * value : sign * otherValue;
    sums[at + 2]! += isFirst ? sign * otherValue : sign * value;
    sums[at + 3]! += sign * value * otherValue;
  }
  const at = pairIndex(column, column);
  sums[at]! += sign;
  sums[at + 1]! += sign * value;
  sums[at + 2]! += sign * value;
  sums[at + 3]! += sign * value * value;
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
