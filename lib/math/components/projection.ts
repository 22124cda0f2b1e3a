import type { CenteredVotes } from "./centered-votes";
import type { PrincipalComponents } from "./principal-components";

/**
 * Places every participant on the map by their own votes:
 * sqrt(columns / max(seen, 1)) * sum over their votes of deviation * loading,
 * where a moderated-out statement counts as seen by everybody.
 * Sums run over ascending columns, so equal rows get equal bits.
 * @returns x and y of each row in turn, length 2 * rows; a row without live votes is at 0, 0
 * @see MATH.md A5; polis `math/pca.clj` sparsity-aware-project-ptpts
 */
export function projectRows(
  votes: CenteredVotes,
  { loadings: [first, second] }: Pick<PrincipalComponents, "loadings">,
): Float64Array {
  const points = new Float64Array(2 * votes.rowCount);
  for (let row = 0; row < votes.rowCount; row++) {
    const from = votes.rowStart[row]!;
    const to = votes.rowStart[row + 1]!;
    let x = 0;
    let y = 0;
    for (let cell = from; cell < to; cell++) {
      const column = votes.columns[cell]!;
      x += votes.deviations[cell]! * first[column]!;
      y += votes.deviations[cell]! * second[column]!;
    }
    const scale = Math.sqrt(votes.columnCount / Math.max(to - from + votes.moderatedOutCount, 1));
    points[2 * row] = scale * x;
    points[2 * row + 1] = scale * y;
  }
  return points;
}
