import type { ResultsView, SharedStatement, StatementResult } from "../results/results-view";
import { shareOfVoters } from "../results/tally";

/** What two versions of a report have in different amounts: before and after. */
export interface ReportComparison {
  counts: Record<"participants" | "votes" | "statements" | "groups" | "shared", [number, number]>;
  /** Common ground of the later one only, and of the earlier one only. */
  gained: SharedStatement[];
  lost: SharedStatement[];
  /** Where the share that agrees moved most, 0..1; the widest first. */
  moved: { statement: number; before: number; after: number }[];
}

type Compared = Pick<ResultsView, "participants" | "votes" | "statements" | "groups" | "shared">;

const longestList = 5;
/** A smaller change is hardly one to speak of. */
const leastChange = 0.05;

/** Compares two versions of a report, statement by statement; a statement keeps its number for ever. */
export function compareViews(before: Compared, after: Compared): ReportComparison {
  const count = (read: (view: Compared) => number): [number, number] => [read(before), read(after)];
  return {
    counts: {
      participants: count(({ participants }) => participants),
      votes: count(({ votes }) => votes),
      statements: count(({ statements }) => statements.length),
      groups: count(({ groups }) => groups.length),
      shared: count(({ shared }) => shared.length),
    },
    gained: after.shared.filter((entry) => !isIn(before.shared, entry)),
    lost: before.shared.filter((entry) => !isIn(after.shared, entry)),
    moved: listMoved(before.statements, after.statements),
  };
}

function isIn(list: SharedStatement[], { statement, value }: SharedStatement): boolean {
  return list.some((other) => other.statement === statement && other.value === value);
}

function listMoved(before: StatementResult[], after: StatementResult[]) {
  const earlier = new Map(before.map(({ statement, all }) => [statement, all]));
  return after
    .flatMap(({ statement, all }) => {
      const tally = earlier.get(statement);
      const share = tally ? shareOfVoters(tally, "agrees") : null;
      const now = shareOfVoters(all, "agrees");
      if (share === null || now === null || Math.abs(now - share) < leastChange) return [];
      return [{ statement, before: share, after: now }];
    })
    .sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before))
    .slice(0, longestList);
}
