import { expect, test } from "vitest";
import { createTally } from "../results/tally";
import { compareViews } from "./compare-views";

type View = Parameters<typeof compareViews>[0];

const statement = (id: number, agrees: number, votes: number) => ({
  statement: id,
  all: createTally({ agrees, disagrees: votes - agrees, votes }, 100),
  groups: [],
});
const shared = (id: number, value: 1 | -1 = 1) => ({
  statement: id,
  value,
  low: 0.6,
  high: 0.8,
  isInEveryGroup: true,
  survival: null,
});
const view = (change: Partial<View>): View => ({
  participants: 0,
  votes: 0,
  statements: [],
  groups: [],
  shared: [],
  ...change,
});

test("counts stand side by side", () => {
  const { counts } = compareViews(
    view({ participants: 20, votes: 90, statements: [statement(1, 5, 10)] }),
    view({ participants: 31, votes: 120, shared: [shared(1)] }),
  );
  expect(counts).toEqual({
    participants: [20, 31],
    votes: [90, 120],
    statements: [1, 0],
    groups: [0, 0],
    shared: [0, 1],
  });
});

test("common ground that changed its side was lost and gained", () => {
  const { gained, lost } = compareViews(
    view({ shared: [shared(1), shared(2), shared(3)] }),
    view({ shared: [shared(2), shared(3, -1), shared(4)] }),
  );
  expect(lost.map((entry) => [entry.statement, entry.value])).toEqual([
    [1, 1],
    [3, 1],
  ]);
  expect(gained.map((entry) => [entry.statement, entry.value])).toEqual([
    [3, -1],
    [4, 1],
  ]);
});

test("shares that moved come widest first; small changes and small crowds are no news", () => {
  const { moved } = compareViews(
    view({
      statements: [
        statement(1, 50, 100),
        statement(2, 50, 100),
        statement(3, 2, 4),
        statement(4, 50, 100),
      ],
    }),
    view({
      statements: [
        statement(1, 60, 100),
        statement(2, 53, 100),
        statement(3, 90, 100),
        statement(4, 20, 100),
        statement(5, 90, 100),
      ],
    }),
  );
  expect(moved).toEqual([
    { statement: 4, before: 0.5, after: 0.2 },
    { statement: 1, before: 0.5, after: 0.6 },
  ]);
});
