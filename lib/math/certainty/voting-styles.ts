import type { PlenumParameters } from "../plenum/plenum-parameters";
import type { Judgements } from "./judgements";
import { invertSymmetric } from "./symmetric-inverse";

/** Shapes a style is made of; two inner loops are written out for this number. */
export const shapeCount = 3;

const cellCount = shapeCount * shapeCount;
/** Cells of the upper half of a symmetric matrix of that size. */
const halfCount = 6;
const smallestVariance = 1e-6;

/**
 * Judgements in standard units, and how participants differ in the way they answer.
 *
 * A style is whatever makes the expected answer depend on how the statement is received by
 * everybody, and on nothing else: it shifts the score of participant r on statement i by the sum
 * over s of `style[r, s] * shapes[i, s]`.
 */
export interface VotingStyles {
  /** Agrees among the judgements, by column. */
  agreeShares: Float64Array;
  /** Judgements, by column. */
  counts: Float64Array;
  /** (1 or 0 - share) / sqrt(share (1 - share)), by code. */
  scores: Float64Array;
  /** columns x 3, row-major. */
  shapes: Float64Array;
  /** Covariance of styles over participants: 3 x 3; their mean is 0. */
  covariance: Float64Array;
  /** Sum of score * shape over the judgements of each participant: rows x 3. */
  totals: Float64Array;
  /** Covariance of the style of a participant given its judgements: rows x 3 x 3. */
  uncertainty: Float64Array;
  /** Style to be expected of a participant given its judgements: rows x 3. */
  expected: Float64Array;
}

/**
 * Fits the styles by expectation-maximisation of a model of random effects, in which scores are
 * normal with variance 1 around their shift.
 *
 * The shapes are 1 - y, 1 + y and 1 - y^2 over the standard deviation, y = 2 share - 1: "agrees
 * anyway with some probability", "disagrees anyway", and, to first order, a shift of the logit. The
 * first two together shift every share alike. All are of one sign, and only those two may go
 * together, not against each other: whoever agrees with what most reject and rejects what most
 * agree with is no style but the smaller of two camps.
 * @param simulatedFrom the styles that judgements were simulated with: the fit starts from these
 * @returns zeros where there are no judgements
 * @see Laird and Ware 1982, Random-effects models for longitudinal data
 */
export function fitVotingStyles(
  judgements: Judgements,
  rule: PlenumParameters,
  simulatedFrom?: VotingStyles,
): VotingStyles {
  const { rowCount } = judgements;
  const columns = standardise(judgements, rule.structureSmallestShare);
  const rows = {
    ...sumRows(judgements, columns),
    uncertainty: new Float64Array(rowCount * cellCount),
    expected: new Float64Array(rowCount * shapeCount),
  };
  let covariance = simulatedFrom?.covariance ?? guessCovariance(judgements, columns);
  const rounds = simulatedFrom ? rule.structureNearbyRounds : rule.structureStyleRounds;
  for (let round = 0; rowCount > 0; round++) {
    const moments = expectStyles(covariance, rows);
    if (round === rounds) break;
    const floor = diagonal(smallestVariance);
    covariance = floor.map((least, cell) => least + allowed(moments[cell]! / rowCount, cell));
  }
  const { totals, uncertainty, expected } = rows;
  return { ...columns, covariance, totals, uncertainty, expected };
}

/**
 * Where the fit starts from, by moments: the variance of a shift of the logit, half of it put down to
 * the first two shapes (a shift of every share alike drowns in statements that nearly everybody
 * agrees with). Rounds are few, so a start far off would bias the fit, and a
 * simulation of a biased fit is more biased than what it is compared with.
 */
function guessCovariance(
  { rowCount, rowStart, codes }: Judgements,
  { scores, shapes }: { scores: Float64Array; shapes: Float64Array },
): Float64Array {
  let excess = 0;
  let weight = 0;
  for (let row = 0; row < rowCount; row++) {
    let sum = 0;
    let squares = 0;
    for (let cell = rowStart[row]!; cell < rowStart[row + 1]!; cell++) {
      const column = codes[cell]! >> 1;
      const shape = shapes[column * 3 + 2]!;
      const product = shape * scores[codes[cell]!]!;
      sum += product;
      excess -= product * product;
      squares += shape * shape;
      weight -= shape * shape * shape * shape;
    }
    excess += sum * sum;
    weight += squares * squares;
  }
  const variance = Math.max(weight > 0 ? excess / weight : 0, smallestVariance);
  const [a, b, c] = [variance / 6, variance / 12, variance / 2];
  return Float64Array.of(a, b, 0, b, a, 0, 0, 0, c);
}

/** The covariance of styles at a cell: variances, and that of the first two where it is above 0. */
function allowed(moment: number, cell: number): number {
  if (cell === 1 || cell === 3) return Math.max(moment, 0);
  return cell % (shapeCount + 1) === 0 ? moment : 0;
}

function diagonal(value: number): Float64Array {
  const matrix = new Float64Array(cellCount);
  for (let s = 0; s < shapeCount; s++) matrix[s * (shapeCount + 1)] = value;
  return matrix;
}

function standardise({ columnCount, codes }: Judgements, smallestShare: number) {
  const byCode = new Float64Array(columnCount * 2);
  for (const code of codes) byCode[code]! += 1;
  const agreeShares = new Float64Array(columnCount);
  const counts = new Float64Array(columnCount);
  const scores = new Float64Array(columnCount * 2);
  const shapes = new Float64Array(columnCount * shapeCount);
  for (let column = 0; column < columnCount; column++) {
    counts[column] = byCode[column * 2]! + byCode[column * 2 + 1]!;
    const share = counts[column]! > 0 ? byCode[column * 2 + 1]! / counts[column]! : 0;
    agreeShares[column] = share;
    const deviation = Math.sqrt(share * (1 - share));
    if (deviation > 0) {
      scores[column * 2] = (0 - share) / deviation;
      scores[column * 2 + 1] = (1 - share) / deviation;
    }
    const bounded = Math.min(1 - smallestShare, Math.max(smallestShare, share));
    const scale = 0.5 / Math.sqrt(bounded * (1 - bounded));
    const y = 2 * bounded - 1;
    shapes.set([scale * (1 - y), scale * (1 + y), scale * (1 - y * y)], column * shapeCount);
  }
  return { agreeShares, counts, scores, shapes };
}

/** Of each participant: sums of score * shape, and of shape * shape. */
function sumRows(
  { rowCount, rowStart, codes }: Judgements,
  { scores, shapes }: { scores: Float64Array; shapes: Float64Array },
) {
  const totals = new Float64Array(rowCount * 3);
  const products = new Float64Array(rowCount * halfCount);
  for (let row = 0; row < rowCount; row++) {
    const line = row * 3;
    const half = row * halfCount;
    for (let cell = rowStart[row]!; cell < rowStart[row + 1]!; cell++) {
      const score = scores[codes[cell]!]!;
      const at = (codes[cell]! >> 1) * 3;
      const a = shapes[at]!;
      const b = shapes[at + 1]!;
      const c = shapes[at + 2]!;
      totals[line]! += score * a;
      totals[line + 1]! += score * b;
      totals[line + 2]! += score * c;
      products[half]! += a * a;
      products[half + 1]! += a * b;
      products[half + 2]! += a * c;
      products[half + 3]! += b * b;
      products[half + 4]! += b * c;
      products[half + 5]! += c * c;
    }
  }
  return { totals, products };
}

/** Expects the style of each participant under a covariance; returns the sum of second moments. */
function expectStyles(
  covariance: Float64Array,
  rows: Record<"totals" | "products" | "uncertainty" | "expected", Float64Array>,
): Float64Array {
  const { totals, products, uncertainty, expected } = rows;
  const prior = new Float64Array(cellCount);
  invertSymmetric(upperHalf(covariance), prior, 0);
  const priorHalf = upperHalf(prior);
  const precision = new Float64Array(halfCount);
  const moments = new Float64Array(cellCount);
  for (let row = 0; row * 3 < totals.length; row++) {
    const square = row * cellCount;
    const line = row * 3;
    for (let k = 0; k < halfCount; k++)
      precision[k] = priorHalf[k]! + products[row * halfCount + k]!;
    invertSymmetric(precision, uncertainty, square);
    for (let s = 0; s < 3; s++) {
      expected[line + s] =
        uncertainty[square + s * 3]! * totals[line]! +
        uncertainty[square + s * 3 + 1]! * totals[line + 1]! +
        uncertainty[square + s * 3 + 2]! * totals[line + 2]!;
    }
    for (let s = 0; s < 3; s++) {
      for (let t = 0; t < 3; t++) {
        const cell = s * 3 + t;
        moments[cell]! += uncertainty[square + cell]! + expected[line + s]! * expected[line + t]!;
      }
    }
  }
  return moments;
}

function upperHalf(matrix: Float64Array): Float64Array {
  return Float64Array.of(matrix[0]!, matrix[1]!, matrix[2]!, matrix[4]!, matrix[5]!, matrix[8]!);
}
