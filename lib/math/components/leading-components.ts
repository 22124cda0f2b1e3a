import { PCA } from "ml-pca";
import { countCodes } from "../votes/count-codes";
import { countPairs } from "../votes/count-pairs";
import type { PackedVotes } from "../votes/packed-votes";
import { countCodesOfPairs, type PairStatistics } from "../votes/pair-statistics";
import { centerCodes, sumSquaredDeviations } from "./code-deviations";
import { computeLeadingEigenpairs, type LeadingEigenpairs } from "./leading-eigenpairs";
import type { PrincipalComponents } from "./principal-components";
import {
  computeScatter,
  createMatrixOperator,
  type ScatterMatrix,
  toSquare,
} from "./scatter-matrix";
import { createVoteOperator } from "./vote-operator";

/**
 * Ways to the components. `decomposition`: all of the covariance by ml-pca; `iteration`: two
 * eigenpairs of the covariance; `sparse`: the same from the votes, without the covariance.
 */
export type ComponentMethod = "decomposition" | "iteration" | "sparse";

/** Less than this share of the total variance is rounding, not a direction. */
const smallestRatio = 1e-12;

/**
 * Columns up to which ml-pca takes no longer than the iteration. Measured, ms: 40 columns 0.6 and
 * 1.8, 64 columns 2.8 and 3.7, 80 columns 10 and 7, 150 columns 79 and 24.
 */
const largestDecomposition = 64;
/** Beyond, the sums of all pairs and the covariance take more than 72 MB each. */
const largestPairing = 3_000;
/**
 * Entries of the covariance for each vote up to which it is worth having. Measured, ms, with the
 * pairs at hand, with counting them, and sparse: 1,000 columns and 500,000 votes (2 entries a vote)
 * 250, 410, 350; 2,000 and a million (4) 960, 1,420, 690; 2,000 and 500,000 (8) 1,150, 1,560, 490.
 */
const entriesPerVote = 2;

/**
 * The way that a conversation of that size goes. Only its size decides, so equal votes give equal
 * bits whatever happened before.
 */
export function chooseComponentMethod(columnCount: number, voteCount: number): ComponentMethod {
  if (columnCount <= largestDecomposition) return "decomposition";
  const isWorthIt = columnCount * columnCount <= entriesPerVote * voteCount;
  return columnCount <= largestPairing && isWorthIt ? "iteration" : "sparse";
}

/** Whether the components of a conversation of that size are computed from pair statistics. */
export function usesPairStatistics(columnCount: number, voteCount: number): boolean {
  return chooseComponentMethod(columnCount, voteCount) !== "sparse";
}

/**
 * The two directions in which the votes vary most, cold from the votes alone.
 *
 * Signs are canonical: the largest |loading| is positive, ties go to the first column. A column in
 * which nothing varies has loading 0. One row gives [that row normalised, zeros], one column
 * [[1], [0]], no votes empty vectors; where only one direction varies the second is zeros.
 * @param pairs of the same votes; counted here when null and the method needs them
 * @param isModeratedOut 1 for each column that is rejected or metadata
 * @param method another than its size says, to compare them
 * @see MATH.md A4 and B2
 */
export function computeLeadingComponents(
  votes: PackedVotes,
  pairs: PairStatistics | null,
  isModeratedOut: Uint8Array,
  method = chooseComponentMethod(votes.statements.length, votes.codes.length),
): { center: Float64Array; components: PrincipalComponents } {
  const rowCount = votes.participants.length;
  const counts = pairs ? countCodesOfPairs(pairs) : countCodes(votes);
  const { center, deviations } = centerCodes(counts, isModeratedOut, rowCount);
  const squares = sumSquaredDeviations(counts, deviations);
  const columns = Int32Array.from(squares.keys()).filter((column) => squares[column]! > 0);

  const solve = (): LeadingEigenpairs => {
    if (method === "sparse") {
      return computeLeadingEigenpairs(createVoteOperator(votes, deviations, columns));
    }
    const scatter = computeScatter(pairs ?? countPairs(votes), center, columns);
    return method === "decomposition"
      ? decompose(scatter)
      : computeLeadingEigenpairs(createMatrixOperator(scatter));
  };

  const total = squares.reduce((sum, square) => sum + square, 0);
  const components = describeNothing(center.length, rowCount);
  if (columns.length === 0) return { center, components };
  const { values, vectors } = solve();
  for (const axis of [0, 1] as const) {
    if (values[axis] <= smallestRatio * total) continue;
    components.loadings[axis] = orient(scatterInto(center.length, columns, vectors[axis]));
    components.variances[axis] = values[axis] / Math.max(rowCount - 1, 1);
    components.varianceRatios[axis] = Math.min(values[axis] / total, 1);
  }
  return { center, components };
}

/**
 * By ml-pca and, in it, the symmetric decomposition of ml-matrix 6.15: Householder steps and the QL
 * iteration, which use only + - * / and Math.sqrt, abs and max.
 */
function decompose(scatter: ScatterMatrix): LeadingEigenpairs {
  const { size } = scatter;
  const pca = new PCA(toSquare(scatter), { isCovarianceMatrix: true });
  const values = pca.getEigenvalues();
  const vector = (axis: number) =>
    axis < size ? Float64Array.from(pca.getEigenvectors().getColumn(axis)) : new Float64Array(size);
  return { values: [values[0]!, values[1] ?? 0], vectors: [vector(0), vector(1)] };
}

function describeNothing(columnCount: number, rowCount: number): PrincipalComponents {
  const first = new Float64Array(columnCount);
  if (columnCount === 1 && rowCount > 1) first[0] = 1;
  return {
    loadings: [first, new Float64Array(columnCount)],
    variances: [0, 0],
    varianceRatios: [0, 0],
  };
}

function scatterInto(length: number, columns: Int32Array, vector: Float64Array): Float64Array {
  const loadings = new Float64Array(length);
  for (let i = 0; i < columns.length; i++) loadings[columns[i]!] = vector[i]!;
  return loadings;
}

/** Makes the largest |loading| positive. */
function orient(loadings: Float64Array): Float64Array {
  let peak = 0;
  for (let i = 0; i < loadings.length; i++) {
    if (Math.abs(loadings[i]!) > Math.abs(loadings[peak]!)) peak = i;
  }
  return loadings[peak]! < 0 ? loadings.map((loading) => 0 - loading) : loadings;
}
