import { type Codes, codesPerColumn, type PackedVotes } from "../votes/packed-votes";
import type { Multiply } from "./lanczos";

/** Votes of which each row counts a whole number of times. */
export interface WeightedVotes {
  votes: PackedVotes;
  /** By row. */
  weights: Float64Array;
}

/** How often each code occurs. */
export function countWeightedCodes({ votes, weights }: WeightedVotes): Int32Array {
  const counts = new Float64Array(codesPerColumn * votes.statements.length);
  addWeights(votes.rowStart, votes.codes, weights, counts);
  return Int32Array.from(counts);
}

/**
 * Multiplies by X'X, X the deviations with 0 for a vote not given, each row as often as it counts.
 * @param deviations of each code from the mean of its column, see `centerCodes`
 * @see MATH.md B2
 */
export function createScatterProduct(
  { votes, weights }: WeightedVotes,
  deviations: Float64Array,
): Multiply {
  const steps = new Float64Array(deviations.length);
  const sums = new Float64Array(deviations.length);
  const scores = new Float64Array(weights.length);
  return (vector) => {
    const product = new Float64Array(vector.length);
    for (let code = 0; code < steps.length; code++) {
      steps[code] = deviations[code]! * vector[Math.floor(code / codesPerColumn)]!;
    }
    scoreRows(votes.rowStart, votes.codes, steps, scores);
    for (let row = 0; row < scores.length; row++) scores[row]! *= weights[row]!;
    sums.fill(0);
    addWeights(votes.rowStart, votes.codes, scores, sums);
    for (let code = 0; code < sums.length; code++) {
      product[Math.floor(code / codesPerColumn)]! += deviations[code]! * sums[code]!;
    }
    return product;
  };
}

/** The sum of the steps of each row's votes. */
function scoreRows(
  rowStart: Int32Array,
  codes: Codes,
  steps: Float64Array,
  scores: Float64Array,
): void {
  for (let row = 0; row < scores.length; row++) {
    const to = rowStart[row + 1]!;
    let score = 0;
    for (let cell = rowStart[row]!; cell < to; cell++) score += steps[codes[cell]!]!;
    scores[row] = score;
  }
}

/** Adds the weight of each row to the sum of each of its votes' codes. */
function addWeights(
  rowStart: Int32Array,
  codes: Codes,
  weights: Float64Array,
  sums: Float64Array,
): void {
  for (let row = 0; row < weights.length; row++) {
    const to = rowStart[row + 1]!;
    const weight = weights[row]!;
    for (let cell = rowStart[row]!; cell < to; cell++) sums[codes[cell]!]! += weight;
  }
}
