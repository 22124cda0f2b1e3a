import { expect, test } from "vitest";
import { countByFilter, type Filter, filterStatements, neighbourOf } from "./filter-statements";

const statements = [
  { id: 0, text: "More Trees", moderation: "accepted" as const },
  { id: 1, text: "計程車要有固定車資", moderation: "pending" as const },
  { id: 12, text: "fewer trees", moderation: "rejected" as const },
];

test.each<[Filter, string, number[]]>([
  ["all", "", [0, 1, 12]],
  ["pending", "", [1]],
  ["all", " TREES ", [0, 12]],
  ["accepted", "trees", [0]],
  ["all", "車資", [1]],
  ["all", "12", [12]],
  ["all", "#12", [12]],
  ["rejected", "nothing like it", []],
])("%s with %j", (filter, search, ids) => {
  const found = filterStatements(statements, { filter, search });
  expect(found.map((statement) => statement.id)).toEqual(ids);
});

test("each filter has its count", () => {
  expect(countByFilter(statements)).toEqual({ pending: 1, accepted: 1, rejected: 1, all: 3 });
});

test("after a decision the eye goes to the next statement, at the end to the one before", () => {
  expect(neighbourOf(statements, 0)).toBe(1);
  expect(neighbourOf(statements, 12)).toBe(1);
  expect(neighbourOf(statements.slice(0, 1), 0)).toBeNull();
});
