import type { PublicAnalysis } from "../../schemas/analysis";

/** What of an analysis places a participant; every published analysis has it. */
export type PositionBasis = Pick<
  PublicAnalysis,
  "components" | "center" | "statementsVoted" | "moderatedOut"
>;

/**
 * Where a participant stands on the map of an analysis, from their own votes alone: for the server
 * and for "you are here" in a browser, which need not know anybody else's votes.
 *
 * @param votes statement id and value (agree +1, pass 0, disagree -1), each statement once, any
 *   order; statements that the analysis does not know yet contribute nothing
 * @returns core coordinates [x, y], bit for bit those of the analysis when the votes are those it
 *   saw; [0, 0] without votes. Multiply by `frame.matrix` to show it.
 * @see MATH.md A5; polis `math/pca.clj` sparsity-aware-project-ptpt
 */
export function computePosition(
  votes: Iterable<readonly [statement: number, value: number]>,
  basis: PositionBasis,
): [x: number, y: number] {
  const moderatedOut = new Set(basis.moderatedOut);
  const live = [...votes]
    .filter(([statement]) => basis.center[statement] !== undefined && !moderatedOut.has(statement))
    .sort(([a], [b]) => a - b); // the analysis sums by ascending id
  let x = 0;
  let y = 0;
  for (const [statement, value] of live) {
    const deviation = value - basis.center[statement]!;
    x += deviation * (basis.components[0]?.loadings[statement] ?? 0);
    y += deviation * (basis.components[1]?.loadings[statement] ?? 0);
  }
  // A rejected statement counts as seen by everybody (MATH.md A2).
  const seen = Math.max(live.length + basis.moderatedOut.length, 1);
  const scale = Math.sqrt(basis.statementsVoted / seen);
  return [scale * x, scale * y];
}
