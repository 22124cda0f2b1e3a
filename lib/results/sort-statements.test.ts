import { expect, test } from "vitest";
import type { StatementResult } from "./results-view";
import { parseStatementSort, sortStatements } from "./sort-statements";
import type { Tally } from "./tally";

const tally = (agrees: number, disagrees: number, passes = 0): Tally => ({
  agrees,
  disagrees,
  passes,
  notVoted: 0,
});

function result(statement: number, all: Tally, ...groups: Tally[]): StatementResult {
  const letters = ["A", "B", "C"];
  return {
    statement,
    all,
    groups: groups.map((group, index) => ({ letter: letters[index]!, tally: group })),
  };
}

const results = [
  result(1, tally(10, 10), tally(10, 0), tally(0, 10)),
  result(2, tally(18, 2), tally(9, 1), tally(9, 1)),
  result(3, tally(4, 0)), // too few to show
  result(4, tally(6, 6, 18), tally(3, 3), tally(3, 3)),
];

test.each([
  ["number", [1, 2, 3, 4]],
  ["agree", [2, 1, 4, 3]],
  ["disagree", [1, 4, 2, 3]],
  ["divide", [1, 2, 4, 3]],
  ["pass", [4, 1, 2, 3]],
  ["votes", [4, 1, 2, 3]],
] as const)("by %s", (sort, order) => {
  expect(sortStatements(results, sort).map(({ statement }) => statement)).toEqual(order);
});

test("an unknown order is by number", () => {
  expect(parseStatementSort("random")).toBe("number");
  expect(parseStatementSort(undefined)).toBe("number");
});
