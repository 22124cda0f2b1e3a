import { PCA } from "ml-pca";
import { countPairs } from "./count-pairs";
import { computeCenter, computeScatter } from "./covariance";
import { codesPerColumn, type PackedVotes } from "./packed-votes";
import type { PairStatistics } from "./pair-statistics";
import type { PrincipalComponents } from "./principal-components";

/** Less than this share of the total variance is rounding, not a direction. */
const smallestRatio = 1e-12;

/** Whether the components of a conversation of that size are computed from pair statistics. */
export function usesPairStatistics(columnCount: number, _voteCount: number): boolean {
  return columnCount <= 3000;
}

/**
 * The two directions in which the votes vary most, cold from the votes alone.
 * Signs are canonical: the largest |loading| is positive, ties go to the first column.
 * @param pairs of the same votes, or null where `usesPairStatistics` says so
 * @param isModeratedOut 1 for each column that is rejected or metadata
 * @see MATH.md A4, B2
 */
export function computeLeadingComponents(
  votes: PackedVotes,
  pairs: PairStatistics | null,
  isModeratedOut: Uint8Array,
): { center: Float64Array; components: PrincipalComponents } {
  const known = pairs ?? countPairs(votes);
  const rowCount = votes.participants.length;
  const center = computeCenter(sumColumns(votes), isModeratedOut, rowCount);
  const size = center.length;
  const zeros = new Float64Array(size);
  const none: PrincipalComponents = {
    loadings: [zeros, zeros.slice()],
    variances: [0, 0],
    varianceRatios: [0, 0],
  };
  if (size === 0) return { center, components: none };
  const scatter = computeScatter(known, center, isModeratedOut);
  const rows = Array.from({ length: size }, (_, i) => [
    ...scatter.subarray(i * size, (i + 1) * size),
  ]);
  let total = 0;
  for (let i = 0; i < size; i++) total += scatter[i * size + i]!;
  if (total === 0 && size === 1 && rowCount > 1) none.loadings[0].fill(1);
  if (total === 0) return { center, components: none };
  const pca = new PCA(rows, { isCovarianceMatrix: true });
  for (const axis of [0, 1] as const) {
    const square = pca.getEigenvalues()[axis] ?? 0;
    if (square <= smallestRatio * total) continue;
    const column = pca.getEigenvectors().getColumn(axis);
    none.loadings[axis] = orient(Float64Array.from(column));
    none.variances[axis] = square / Math.max(rowCount - 1, 1);
    none.varianceRatios[axis] = square / total;
  }
  return { center, components: none };
}

function orient(vector: Float64Array): Float64Array {
  let peak = 0;
  for (let i = 0; i < vector.length; i++) {
    if (Math.abs(vector[i]!) > Math.abs(vector[peak]!)) peak = i;
  }
  return vector[peak]! < 0 ? vector.map((x) => 0 - x) : vector;
}

function sumColumns({ codes, statements }: PackedVotes) {
  const byCode = new Int32Array(statements.length * codesPerColumn);
  for (let cell = 0; cell < codes.length; cell++) byCode[codes[cell]!]! += 1;
  const counts = new Int32Array(statements.length);
  const sums = new Int32Array(statements.length);
  for (let column = 0; column < statements.length; column++) {
    const at = column * codesPerColumn;
    sums[column] = byCode[at + 2]! - byCode[at]!;
    counts[column] = byCode[at]! + byCode[at + 1]! + byCode[at + 2]!;
  }
  return { counts, sums };
}
