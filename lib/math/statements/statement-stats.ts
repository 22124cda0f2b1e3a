import type { StatementStats } from "../../schemas/analysis";
import type { VoteCounts } from "../votes/vote-counts";
import { smoothedShare, testProportion, testTwoProportions } from "./proportion-tests";

/**
 * What one group says of one statement, and how that differs from the rest of the groups.
 * `pa`, `pd`: smoothed shares of agreement and disagreement, 0..1; `pat`, `pdt`: z that they exceed
 * one half; `ra`, `rd`: their ratios to the rest; `rat`, `rdt`: z that they exceed the rest's.
 * @param group counts of the group, `rest` those of all other groups together (people without a
 *   group are in neither); without votes the shares are 1/2
 * @see MATH.md A9; polis `math/repness.clj`
 */
export function computeStatementStats(
  group: VoteCounts,
  rest: VoteCounts,
  column: number,
): StatementStats {
  const agrees = group.agrees[column]!;
  const disagrees = group.disagrees[column]!;
  const votes = group.seen[column]!;
  const restAgrees = rest.agrees[column]!;
  const restDisagrees = rest.disagrees[column]!;
  const restVotes = rest.seen[column]!;
  const pa = smoothedShare(agrees, votes);
  const pd = smoothedShare(disagrees, votes);
  return {
    agrees,
    disagrees,
    votes,
    pa,
    pd,
    pat: testProportion(agrees, votes),
    pdt: testProportion(disagrees, votes),
    ra: pa / smoothedShare(restAgrees, restVotes),
    rd: pd / smoothedShare(restDisagrees, restVotes),
    rat: testTwoProportions(
      { successes: agrees, trials: votes },
      { successes: restAgrees, trials: restVotes },
    ),
    rdt: testTwoProportions(
      { successes: disagrees, trials: votes },
      { successes: restDisagrees, trials: restVotes },
    ),
  };
}

/**
 * The statistics of every group for the given columns.
 * @returns by group, then in the order of `columns`
 */
export function computeGroupStats(
  groups: readonly VoteCounts[],
  everyGroup: VoteCounts,
  columns: readonly number[],
): StatementStats[][] {
  return groups.map((group) => {
    const rest = subtractCounts(everyGroup, group);
    return columns.map((column) => computeStatementStats(group, rest, column));
  });
}

function subtractCounts(all: VoteCounts, part: VoteCounts): VoteCounts {
  const subtract = (side: keyof VoteCounts) =>
    all[side].map((count, column) => count - part[side][column]!);
  return { agrees: subtract("agrees"), disagrees: subtract("disagrees"), seen: subtract("seen") };
}
