import { type PairStatistics, pairIndex } from "./pair-statistics";

/**
 * Mean vote of each column over those who voted on it, -1..1; 0 when moderated out.
 * A single row or a single column has center 0, so that it is not all zeros.
 * @param columns votes on each column, and their sum
 * @see MATH.md A4
 */
export function computeCenter(
  columns: { counts: Int32Array; sums: Int32Array },
  isModeratedOut: Uint8Array,
  rowCount: number,
): Float64Array {
  const { counts, sums } = columns;
  const center = new Float64Array(counts.length);
  if (rowCount < 2 || counts.length < 2) return center;
  for (let column = 0; column < counts.length; column++) {
    if (!isModeratedOut[column]) center[column] = sums[column]! / counts[column]!;
  }
  return center;
}

/**
 * X'X of the votes as deviations from `center`, where a vote not given deviates by 0 and a
 * moderated-out column is all zeros. Divided by rows - 1 it is the covariance of the statements.
 * @returns columns x columns, row-major, symmetric to the bit
 * @see MATH.md A4 and B2
 */
export function computeScatter(
  pairs: PairStatistics,
  center: Float64Array,
  isModeratedOut: Uint8Array,
): Float64Array {
  const { columnCount } = pairs;
  const scatter = new Float64Array(columnCount * columnCount);
  for (let j = 0; j < columnCount; j++) {
    if (isModeratedOut[j]) continue;
    for (let i = 0; i <= j; i++) {
      if (isModeratedOut[i]) continue;
      const sum = sumDeviationProducts(pairs, pairIndex(i, j), center[i]!, center[j]!);
      scatter[i * columnCount + j] = sum;
      scatter[j * columnCount + i] = sum;
    }
  }
  return scatter;
}

/** Sum of (x - a) * (y - b) over those who voted on both. */
function sumDeviationProducts(pairs: PairStatistics, at: number, a: number, b: number): number {
  const products = pairs.products[at]! - a * pairs.secondSums[at]! - b * pairs.firstSums[at]!;
  return products + a * b * pairs.counts[at]!;
}
