import type { DivisiveStatement } from "../../schemas/analysis";
import type { VoteCounts } from "../votes/vote-counts";
import { computeDifferenceInterval } from "./difference-interval";
import { testTwoProportions } from "./proportion-tests";

export interface DivisiveInput {
  /** Votes of each group. */
  groups: readonly VoteCounts[];
  groupIds: readonly number[];
  /** Statement id of each column. */
  statements: Int32Array;
  /** The live columns in order. */
  columns: readonly number[];
}

/**
 * Statements on which two groups differ significantly: for each the pair of groups with the largest
 * difference of agreement shares among its significant pairs, widest first, equals in column order.
 * @param z95 two-sided bar for |z| of the two proportions, and for the interval of the difference
 * @returns `groups` names the more agreeing group first, `difference` is 0..1, `z` positive, `low` and
 *   `high` -1..1; empty with fewer than two groups
 * @see MATH.md B4
 */
export function findDivisiveStatements(
  { groups, groupIds, statements, columns }: DivisiveInput,
  z95: number,
): DivisiveStatement[] {
  const found = columns.flatMap((column): DivisiveStatement[] => {
    const widest = findWidestPair(groups, column, z95);
    if (!widest) return [];
    const { pair, ...compared } = widest;
    const [first, second] = [groupIds[pair[0]]!, groupIds[pair[1]]!];
    const tallies = pair.map((group) => tallyAgreement(groups[group]!, column));
    const interval = computeDifferenceInterval(tallies[0]!, tallies[1]!, z95);
    return [{ statement: statements[column]!, groups: [first, second], ...compared, ...interval }];
  });
  return found.sort((a, b) => b.difference - a.difference);
}

/** The two groups, by index, that differ most among those that differ significantly. */
function findWidestPair(groups: readonly VoteCounts[], column: number, z95: number) {
  let widest: { pair: [number, number]; difference: number; z: number } | null = null;
  for (let a = 0; a < groups.length; a++) {
    for (let b = 0; b < groups.length; b++) {
      const first = tallyAgreement(groups[a]!, column);
      const second = tallyAgreement(groups[b]!, column);
      if (first.trials === 0 || second.trials === 0) continue;
      const difference = first.successes / first.trials - second.successes / second.trials;
      if (difference <= (widest?.difference ?? 0)) continue;
      const z = testTwoProportions(first, second);
      if (z > z95) widest = { pair: [a, b], difference, z };
    }
  }
  return widest;
}

function tallyAgreement({ agrees, seen }: VoteCounts, column: number) {
  return { successes: agrees[column]!, trials: seen[column]! };
}
