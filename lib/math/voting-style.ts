import type { Judgements } from "./judgements";

/** Ways in which a participant's style may depend on how a statement is received by everybody. */
export const styleCount = 3;

const fewestAgreeShare = 0.05;
const rounds = 12;
const firstVariance = 0.1;

/**
 * Judgements in standard units, and how participants differ in style: the judgement of r on i is
 * `scores` of its code; its expectation under the style of r is the sum over s of
 * style[r, s] * `shapes[i, s]`, styles having mean 0 and covariance `covariance`.
 */
export interface VotingStyles {
  /** Share of agrees, by column. */
  agreeShares: Float64Array;
  /** Judgements, by column. */
  counts: Float64Array;
  /** (agree - share) / sqrt(share (1 - share)), by code. */
  scores: Float64Array;
  /** columns x 3, row-major. */
  shapes: Float64Array;
  /** 3 x 3. */
  covariance: Float64Array;
  /** Sum over the judgements of r of score * shape: rows x 3. */
  totals: Float64Array;
  /** Covariance of the style of r given its judgements: rows x 3 x 3. */
  uncertainty: Float64Array;
  /** Expected style of r given its judgements: rows x 3. */
  expected: Float64Array;
}

export function fitVotingStyles(judgements: Judgements): VotingStyles {
  const { rowCount } = judgements;
  const columns = standardise(judgements);
  const totals = new Float64Array(rowCount * 3);
  const products = new Float64Array(rowCount * 6);
  sumRows(judgements, columns, totals, products);
  const uncertainty = new Float64Array(rowCount * 9);
  const expected = new Float64Array(rowCount * 3);
  let covariance = Float64Array.of(firstVariance, 0, 0, 0, firstVariance, 0, 0, 0, firstVariance);
  for (let round = 0; ; round++) {
    const next = expectStyles(covariance, { totals, products, uncertainty, expected });
    if (round === rounds || rowCount === 0) break;
    covariance = next.map((sum) => sum / rowCount);
    for (let s = 0; s < 3; s++) covariance[s * 4]! += 1e-6;
  }
  return { ...columns, covariance, totals, uncertainty, expected };
}

function standardise({ columnCount, codes }: Judgements) {
  const byCode = new Float64Array(columnCount * 2);
  for (const code of codes) byCode[code]! += 1;
  const agreeShares = new Float64Array(columnCount);
  const counts = new Float64Array(columnCount);
  const scores = new Float64Array(columnCount * 2);
  const shapes = new Float64Array(columnCount * 3);
  for (let column = 0; column < columnCount; column++) {
    counts[column] = byCode[column * 2]! + byCode[column * 2 + 1]!;
    const share = counts[column]! > 0 ? byCode[column * 2 + 1]! / counts[column]! : 0;
    agreeShares[column] = share;
    const deviation = Math.sqrt(share * (1 - share));
    if (deviation > 0) {
      scores[column * 2] = (0 - share) / deviation;
      scores[column * 2 + 1] = (1 - share) / deviation;
    }
    const bounded = Math.min(1 - fewestAgreeShare, Math.max(fewestAgreeShare, share));
    const scale = 0.5 / Math.sqrt(bounded * (1 - bounded));
    const lean = 2 * bounded - 1;
    shapes[column * 3] = scale;
    shapes[column * 3 + 1] = scale * lean;
    shapes[column * 3 + 2] = scale * (1 - lean * lean);
  }
  return { agreeShares, counts, scores, shapes };
}

function sumRows(
  { rowCount, rowStart, codes }: Judgements,
  { scores, shapes }: { scores: Float64Array; shapes: Float64Array },
  totals: Float64Array,
  products: Float64Array,
): void {
  for (let row = 0; row < rowCount; row++) {
    for (let cell = rowStart[row]!; cell < rowStart[row + 1]!; cell++) {
      const score = scores[codes[cell]!]!;
      const at = (codes[cell]! >> 1) * 3;
      const a = shapes[at]!;
      const b = shapes[at + 1]!;
      const c = shapes[at + 2]!;
      totals[row * 3]! += score * a;
      totals[row * 3 + 1]! += score * b;
      totals[row * 3 + 2]! += score * c;
      products[row * 6]! += a * a;
      products[row * 6 + 1]! += a * b;
      products[row * 6 + 2]! += a * c;
      products[row * 6 + 3]! += b * b;
      products[row * 6 + 4]! += b * c;
      products[row * 6 + 5]! += c * c;
    }
  }
}

/** One round of expectation-maximisation; returns the sum over rows of the second moments. */
function expectStyles(
  covariance: Float64Array,
  rows: {
    totals: Float64Array;
    products: Float64Array;
    uncertainty: Float64Array;
    expected: Float64Array;
  },
): Float64Array {
  const { totals, products, uncertainty, expected } = rows;
  const precision = new Float64Array(9);
  invertSymmetric(
    [
      covariance[0]!,
      covariance[1]!,
      covariance[2]!,
      covariance[4]!,
      covariance[5]!,
      covariance[8]!,
    ],
    precision,
    0,
  );
  const sums = new Float64Array(9);
  const sum6 = new Float64Array(6);
  for (let row = 0; row * 3 < totals.length; row++) {
    const p = row * 6;
    sum6[0] = precision[0]! + products[p]!;
    sum6[1] = precision[1]! + products[p + 1]!;
    sum6[2] = precision[2]! + products[p + 2]!;
    sum6[3] = precision[4]! + products[p + 3]!;
    sum6[4] = precision[5]! + products[p + 4]!;
    sum6[5] = precision[8]! + products[p + 5]!;
    const u = row * 9;
    invertSymmetric(sum6, uncertainty, u);
    for (let s = 0; s < 3; s++) {
      expected[row * 3 + s] =
        uncertainty[u + s * 3]! * totals[row * 3]! +
        uncertainty[u + s * 3 + 1]! * totals[row * 3 + 1]! +
        uncertainty[u + s * 3 + 2]! * totals[row * 3 + 2]!;
    }
    for (let s = 0; s < 3; s++) {
      for (let t = 0; t < 3; t++) {
        sums[s * 3 + t]! +=
          uncertainty[u + s * 3 + t]! + expected[row * 3 + s]! * expected[row * 3 + t]!;
      }
    }
  }
  return sums;
}

/** Inverse of a symmetric positive definite 3 x 3 matrix given by its upper half. */
function invertSymmetric(half: ArrayLike<number>, into: Float64Array, at: number): void {
  const a = half[0]!;
  const b = half[1]!;
  const c = half[2]!;
  const d = half[3]!;
  const e = half[4]!;
  const f = half[5]!;
  const aa = d * f - e * e;
  const ab = c * e - b * f;
  const ac = b * e - c * d;
  const determinant = a * aa + b * ab + c * ac;
  into[at] = aa / determinant;
  into[at + 1] = into[at + 3] = ab / determinant;
  into[at + 2] = into[at + 6] = ac / determinant;
  into[at + 4] = (a * f - c * c) / determinant;
  into[at + 5] = into[at + 7] = (b * c - a * e) / determinant;
  into[at + 8] = (a * d - b * b) / determinant;
}
