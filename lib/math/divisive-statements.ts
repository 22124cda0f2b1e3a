import type { DivisiveStatement } from "../schemas/analysis";
import { testTwoProportions } from "./proportion-tests";
import type { VoteCounts } from "./vote-counts";

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
 * @param z95 two-sided bar for |z| of the two proportions
 * @returns `groups` names the more agreeing group first, `difference` is 0..1, `z` positive;
 *   empty with fewer than two groups
 * @see MATH.md B4
 */
export function findDivisiveStatements(
  { groups, groupIds, statements, columns }: DivisiveInput,
  z95: number,
): DivisiveStatement[] {
  const found: DivisiveStatement[] = [];
  for (const column of columns) {
    let widest: DivisiveStatement | null = null;
    for (let a = 0; a < groups.length; a++) {
      for (let b = 0; b < groups.length; b++) {
        const pair = compareGroups(groups[a]!, groups[b]!, column);
        if (pair.z > z95 && pair.difference > (widest?.difference ?? 0)) {
          widest = {
            statement: statements[column]!,
            groups: [groupIds[a]!, groupIds[b]!],
            ...pair,
          };
        }
      }
    }
    if (widest) found.push(widest);
  }
  return found.sort((a, b) => b.difference - a.difference);
}

function compareGroups(a: VoteCounts, b: VoteCounts, column: number) {
  const first = { successes: a.agrees[column]!, trials: a.seen[column]! };
  const second = { successes: b.agrees[column]!, trials: b.seen[column]! };
  if (first.trials === 0 || second.trials === 0) return { difference: 0, z: 0 };
  return {
    difference: first.successes / first.trials - second.successes / second.trials,
    z: testTwoProportions(first, second),
  };
}
