import { codesPerColumn, type PackedVotes } from "../votes/packed-votes";
import type { PrincipalComponents } from "./principal-components";

/**
 * Places every participant on the map by their own votes:
 * sqrt(columns / max(seen, 1)) * sum over their votes of (vote - center) * loading,
 * where a moderated-out statement adds nothing and counts as seen by everybody.
 *
 * One table lookup a vote and axis, four votes a turn: 50 million votes take 54 ms, and 71 with one
 * a turn. Sums run over ascending columns, so equal rows get equal bits.
 * @param map `center` and loadings of each column
 * @param isModeratedOut 1 for each column that is rejected or metadata
 * @returns x and y of each row in turn, length 2 * rows; a row without live votes is at 0, 0
 * @see MATH.md A5; polis `math/pca.clj` sparsity-aware-project-ptpts
 */
export function projectVotes(
  votes: PackedVotes,
  map: { center: Float64Array; components: Pick<PrincipalComponents, "loadings"> },
  isModeratedOut: Uint8Array,
): Float64Array {
  const { rowStart, codes } = votes;
  const rowCount = votes.participants.length;
  const columnCount = votes.statements.length;
  const [first, second] = map.components.loadings;
  const stepX = tabulateSteps(map.center, first, isModeratedOut);
  const stepY = tabulateSteps(map.center, second, isModeratedOut);
  const moderatedOut = Int32Array.from(isModeratedOut);
  const moderatedOutCount = moderatedOut.reduce((sum, flag) => sum + flag, 0);
  const points = new Float64Array(2 * rowCount);
  let cell = 0;
  for (let row = 0; row < rowCount; row++) {
    const to = rowStart[row + 1]!;
    let live = to - cell;
    let x = 0;
    let y = 0;
    for (; cell + 4 <= to; cell += 4) {
      const a = codes[cell]!;
      const b = codes[cell + 1]!;
      const c = codes[cell + 2]!;
      const d = codes[cell + 3]!;
      x = x + stepX[a]! + stepX[b]! + stepX[c]! + stepX[d]!;
      y = y + stepY[a]! + stepY[b]! + stepY[c]! + stepY[d]!;
    }
    for (; cell < to; cell++) {
      const code = codes[cell]!;
      x += stepX[code]!;
      y += stepY[code]!;
    }
    if (moderatedOutCount > 0) live -= countModeratedOut(votes, row, moderatedOut);
    const scale = Math.sqrt(columnCount / Math.max(live + moderatedOutCount, 1));
    points[2 * row] = scale * x;
    points[2 * row + 1] = scale * y;
  }
  return points;
}

/** (vote - center) * loading by code; 0 for a column that is moderated out. */
function tabulateSteps(
  center: Float64Array,
  loadings: Float64Array,
  isModeratedOut: Uint8Array,
): Float64Array {
  const steps = new Float64Array(codesPerColumn * center.length);
  for (let code = 0; code < steps.length; code++) {
    const column = Math.floor(code / codesPerColumn);
    if (isModeratedOut[column]) continue;
    const value = code - column * codesPerColumn - 1;
    steps[code] = (value - center[column]!) * loadings[column]!;
  }
  return steps;
}

function countModeratedOut(
  { rowStart, codes }: PackedVotes,
  row: number,
  moderatedOut: Int32Array,
): number {
  let count = 0;
  for (let cell = rowStart[row]!; cell < rowStart[row + 1]!; cell++) {
    count += moderatedOut[Math.floor(codes[cell]! / codesPerColumn)]!;
  }
  return count;
}
