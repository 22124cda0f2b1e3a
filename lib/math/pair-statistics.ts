import { codesPerColumn } from "./packed-votes";

/**
 * What the votes say of each pair of columns, over the participants who voted on both: all that the
 * covariance of the statements needs. Whole numbers, so they are the same however they came about.
 *
 * The pair of columns i <= j is at `pairIndex(i, j)` of each array; i = j counts the votes on i.
 * @see MATH.md B2
 */
export interface PairStatistics {
  columnCount: number;
  /** Participants who voted on both. */
  counts: Int32Array;
  /** Sum of their votes on i, and on j. */
  firstSums: Int32Array;
  secondSums: Int32Array;
  /** Sum of the products of their votes on i and j. */
  products: Int32Array;
}

/** Place of the pair i <= j: a triangle that grows at its end when a column is appended. */
export function pairIndex(i: number, j: number): number {
  return (j * (j + 1)) / 2 + i;
}

/**
 * Zeros for every pair of that many columns.
 */
export function createPairStatistics(columnCount: number): PairStatistics {
  const length = (columnCount * (columnCount + 1)) / 2;
  return {
    columnCount,
    counts: new Int32Array(length),
    firstSums: new Int32Array(length),
    secondSums: new Int32Array(length),
    products: new Int32Array(length),
  };
}

/** Counts one pair of votes in, or out with `sign` -1. The codes may come in either order. */
export function addPair(pairs: PairStatistics, a: number, b: number, sign: 1 | -1): void {
  const first = Math.min(a, b);
  const second = Math.max(a, b);
  const i = Math.floor(first / codesPerColumn);
  const j = Math.floor(second / codesPerColumn);
  const x = first - i * codesPerColumn - 1;
  const y = second - j * codesPerColumn - 1;
  const at = pairIndex(i, j);
  pairs.counts[at]! += sign;
  pairs.firstSums[at]! += sign * x;
  pairs.secondSums[at]! += sign * y;
  pairs.products[at]! += sign * x * y;
}
