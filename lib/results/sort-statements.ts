import type { StatementResult } from "./results-view";
import { countVoters, shareOfVoters } from "./tally";

/** How a list of statements may be ordered; the first is the default. */
export const statementSorts = ["number", "agree", "disagree", "divide", "pass", "votes"] as const;
export type StatementSort = (typeof statementSorts)[number];

export function parseStatementSort(value: string | undefined): StatementSort {
  return statementSorts.find((sort) => sort === value) ?? statementSorts[0];
}

/** Orders by what is asked, highest first; what is too few to show comes last, ties by number. */
export function sortStatements(results: StatementResult[], sort: StatementSort): StatementResult[] {
  const score = scores[sort];
  return [...results].sort((a, b) => score(b) - score(a) || a.statement - b.statement);
}

const scores: Record<StatementSort, (result: StatementResult) => number> = {
  number: () => 0,
  agree: ({ all }) => shareOfVoters(all, "agrees") ?? -1,
  disagree: ({ all }) => shareOfVoters(all, "disagrees") ?? -1,
  divide: ({ groups }) => measureDivide(groups),
  pass: ({ all }) => shareOfVoters(all, "passes") ?? -1,
  votes: ({ all }) => countVoters(all),
};

/** Widest difference of agreement between two groups that may be shown. */
function measureDivide(groups: StatementResult["groups"]): number {
  const shares = groups
    .map(({ tally }) => shareOfVoters(tally, "agrees"))
    .filter((share) => share !== null);
  return shares.length < 2 ? -1 : Math.max(...shares) - Math.min(...shares);
}
