import { createResultsView } from "../results/create-results-view";
import type { PublicAnalysis } from "../schemas/analysis";
import { suppressAnalysis } from "../suppress/suppress-analysis";

/**
 * Statements that everyone shares by an analysis, in the order of the results page: a clear majority of
 * everybody takes the same side, and a majority in every group. Crowds that may not be told of decide
 * nothing, so that the list gives nothing of them away.
 */
export function listCommonGround(analysis: PublicAnalysis): number[] {
  const told = { version: 0, createdAt: new Date(0), analysis: suppressAnalysis(analysis) };
  return createResultsView(told, () => true).shared.flatMap(({ statement, isInEveryGroup }) =>
    isInEveryGroup ? [statement] : [],
  );
}
