import { describe, expect, test } from "vitest";
import { analyze } from "../analyze";
import { toAnalysis } from "../computed-analysis";
import { createRandom, shuffle } from "../random";
import { computePriority } from "../statements/priorities";
import { acceptedStatements, matrixOf, randomRows } from "../testing/matrices";
import type { StreamedVote } from "../votes/vote-stream";
import { createPolisHistory, type PolisHistory } from "./polis-history";

type Rows = Parameters<typeof matrixOf>[0];

/** Every vote of the rows, participants counted from `first` on. */
function votesOf(rows: Rows, first = 0): StreamedVote[] {
  return rows.flatMap((row, index) =>
    row.flatMap((value, statement) =>
      value === null ? [] : [{ participant: first + index, statement, value }],
    ),
  );
}
const repeat = (count: number, row: Rows[number]): Rows => Array.from({ length: count }, () => row);
const update = (history: PolisHistory, rows: Rows, first = 0) =>
  toAnalysis(history.update(votesOf(rows, first)));
const clustered = ({ membership }: { membership: Record<string, number> }) =>
  Object.keys(membership).map(Number);

describe("who is clustered", () => {
  test("who once had enough votes stays in when more are asked for", () => {
    const history = createPolisHistory();
    // Three statements: 3 votes are enough, so 0 to 15 are in and 16, with 2, is not.
    const start = [...randomRows(1, 16, 3).map(() => [1, -1, 1] as const), [1, -1] as const];
    expect(clustered(update(history, start))).toEqual([...Array(16).keys()]);
    // Twenty newcomers bring ten statements: now 7 votes are asked for.
    const later = update(history, repeat(20, [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]), 100);
    const newcomers = Array.from({ length: 20 }, (_, index) => 100 + index);
    expect(clustered(later)).toEqual([...Array(16).keys(), ...newcomers]);
    const cold = analyze({
      votes: matrixOf([...start, ...Array(83).fill([]), ...repeat(20, Array(10).fill(1))]),
      statements: acceptedStatements(10),
      profile: "polis",
    });
    expect(clustered(cold)).toEqual(newcomers);
  });

  test("who was taken in to make fifteen stays too", () => {
    const history = createPolisHistory();
    // Eight statements, so 7 votes are asked for. Nobody has them: the 15 first of 17 are taken.
    const few = [...repeat(16, [1, -1, 1]), Array(8).fill(0).fill(1, 0, 6).fill(null, 6, 7)];
    expect(clustered(update(history, few as Rows))).toEqual([...Array(14).keys(), 16]);
    // Enough people pass the bar now; the 15 are still there, 14 and 15 are still not.
    const later = update(history, repeat(20, [1, 1, 1, 1, 1, 1, 1, 1]), 50);
    expect(clustered(later).slice(0, 16)).toEqual([...Array(14).keys(), 16, 50]);
  });
});

describe("components", () => {
  test("start where they were, new statements with 1", () => {
    const history = createPolisHistory();
    // Everybody on statement 0; on statement 1 half of them pass. The two do not go together, and 0
    // varies twice as much: X'X = diag(8, 4), so the components are (1, 0) and (0, 1).
    const first = update(history, [
      [1, 1],
      [1, -1],
      [1, 0],
      [1, 0],
      [-1, 1],
      [-1, -1],
      [-1, 0],
      [-1, 0],
    ]);
    expect(loadingsOf(first)).toEqual([
      [1, 0],
      [0, 1],
    ]);
    // Now all eight ways to vote on three statements: X'X = 8 I, which turns no vector. So the first
    // component is the start (1, 0, 1) / sqrt 2, and the second (0, 1, 1) less its part along it:
    // (0, 1, 1) - 1/2 (1, 0, 1) = (-1/2, 1, 1/2), of length sqrt 1.5.
    const second = update(history, [
      [1, 1, 1],
      [1, -1, 1],
      [1, 1, -1],
      [1, -1, -1],
      [-1, 1, 1],
      [-1, -1, 1],
      [-1, 1, -1],
      [-1, -1, -1],
    ]);
    const half = Math.sqrt(1 / 2);
    const sixth = Math.sqrt(1 / 6);
    expect(loadingsOf(second)).toEqual([
      rounded([half, 0, half]),
      rounded([-sixth, 2 * sixth, sixth]),
    ]);
  });
});

describe("base clusters", () => {
  const camps: Rows = [
    [1, 1, 1],
    [1, 1, -1],
    [-1, -1, -1],
  ];

  test("keep their ids and people, newcomers elsewhere get new ids", () => {
    const history = createPolisHistory();
    const first = update(history, camps, 10);
    expect(idsAndMembers(first)).toEqual([
      [0, [10]],
      [1, [11]],
      [2, [12]],
    ]);
    // 5 votes like 12, 6 as nobody did. In a cold run 5 and 6 would come first and be 0 and 1.
    const second = update(
      history,
      [
        [-1, -1, -1],
        [-1, 1, 1],
      ],
      5,
    );
    expect(idsAndMembers(second)).toEqual([
      [0, [10]],
      [1, [11]],
      [2, [12, 5]],
      [3, [6]],
    ]);
  });

  test("those that come to stand in one place become one, under the id of the larger", () => {
    const history = createPolisHistory();
    update(history, [...camps, camps[1]!], 10); // 0: 10, 1: 11 and 13, 2: 12
    const later = update(history, [[1, 1, -1]], 10); // 10 changes its mind
    expect(idsAndMembers(later)).toEqual([
      [1, [10, 11, 13]],
      [2, [12]],
    ]);
  });

  test("outlive a restart, though rows change places", () => {
    const history = createPolisHistory();
    const before = update(history, camps, 10);
    update(history, [[-1, 1, 1]], 5);
    history.restart();
    const after = update(history, []);
    expect(idsAndMembers(after)).toEqual([...idsAndMembers(before), [3, [5]]]);
  });
});

describe("the number of groups", () => {
  const sides = [
    [1, 1, 1, 1, 1, 1, 1, 1],
    [-1, -1, -1, -1, -1, -1, -1, -1],
    [1, 1, 1, 1, -1, -1, -1, -1],
  ] as const;
  // Two base clusters allow two groups; with the third side there are over 24, and three fit best.
  const two = [...repeat(20, sides[0]), ...repeat(20, sides[1])];
  const third = randomRows(1, 25, 12).map((noise) => [...sides[2], ...noise.slice(8)]);

  test("changes once another has won four updates running, at once after a restart", () => {
    const history = createPolisHistory();
    const shown = [update(history, two).k, update(history, third, 50).k];
    for (let i = 0; i < 3; i++) shown.push(update(history, []).k);
    expect(shown).toEqual([2, 2, 2, 2, 3]);

    const restarted = createPolisHistory();
    update(restarted, two);
    expect(update(restarted, third, 50).k).toBe(2);
    restarted.restart();
    expect(update(restarted, []).k).toBe(3);
  });

  test("groups keep their ids with their people", () => {
    const history = createPolisHistory();
    const before = update(history, two);
    // New people who vote like the second side come first in no order that matters.
    const after = update(history, repeat(30, sides[1]), 200);
    for (const [participant, group] of Object.entries(before.membership)) {
      expect(after.membership[participant]).toBe(group);
    }
    expect(after.membership[200]).toBe(before.membership[20]);
  });
});

describe("priorities", () => {
  const rows = randomRows(7, 30, 9);
  const statements = acceptedStatements(9).map((statement) => ({
    ...statement,
    isMetadata: statement.id === 8,
  }));

  test("are those of no votes at the first update: (9/4 (E + 1))^2, metadata 49", () => {
    const history = createPolisHistory();
    history.moderate(statements);
    const { priorities, extremity } = update(history, rows);
    for (let id = 0; id < 8; id++) {
      expect(priorities[id]).toBeCloseTo((2.25 * (extremity[id]! + 1)) ** 2, 9);
    }
    expect(priorities[8]).toBe(49);
  });

  test("follow from the groups of the update before", () => {
    const history = createPolisHistory();
    const first = update(history, rows);
    const { priorities, extremity } = update(history, repeat(5, Array(10).fill(1)), 100);
    for (let id = 0; id < 9; id++) {
      const before = rows.filter((_, row) => first.membership[row] !== undefined);
      const values = before.map((row) => row[id]);
      const count = (value: number) => values.filter((v) => v === value).length;
      expect(priorities[id]).toBe(
        computePriority({
          agrees: count(1),
          disagrees: count(-1),
          seen: count(1) + count(0) + count(-1),
          extremity: extremity[id]!,
          isMetadata: false,
        }),
      );
    }
    expect(priorities[9]).toBeCloseTo((2.25 * (extremity[9]! + 1)) ** 2, 9); // nobody before
  });
});

test("moderation shows at the next update, whatever was voted", () => {
  const history = createPolisHistory();
  const rows = randomRows(9, 20, 5);
  history.moderate(acceptedStatements(5));
  expect(update(history, rows).moderatedOut).toEqual([]);
  history.moderate([{ id: 3, moderation: "rejected", isMetadata: false }]);
  expect(update(history, []).moderatedOut).toEqual([3]);
});

test("an empty conversation is an empty analysis, and the first votes start it", () => {
  const history = createPolisHistory();
  expect(update(history, [])).toMatchObject({ participants: 0, k: 0, groups: [] });
  expect(update(history, [[1, -1, 0]])).toMatchObject({ participants: 1, k: 1 });
});

test("what has no memory is as in one cold run, however the votes came", () => {
  const rows = randomRows(12, 60, 14);
  const votes = shuffle(votesOf(rows), createRandom(3));
  const history = createPolisHistory();
  history.moderate(acceptedStatements(14));
  let warm = update(history, []);
  for (let at = 0; at < votes.length; at += 37) {
    warm = toAnalysis(history.update(votes.slice(at, at + 37)));
  }
  const input = { votes: matrixOf(rows), statements: acceptedStatements(14) } as const;
  const groups = new Map(Object.entries(warm.membership).map(([id, group]) => [Number(id), group]));
  const cold = analyze({ ...input, profile: "polis", groups });
  for (const part of [
    "center",
    "statementTotals",
    "consensus",
    "statementStats",
    "groupAwareConsensus",
    "membership",
    "votes",
    "participants",
  ] as const) {
    expect(warm[part]).toEqual(cold[part]);
  }
  expect(warm.groups.map(({ representative }) => representative)).toEqual(
    cold.groups.map(({ representative }) => representative),
  );
});

function idsAndMembers({ baseClusters }: { baseClusters: { id: number; members?: number[] }[] }) {
  return baseClusters.map(({ id, members }) => [id, members]);
}

/** Rounded to 6 decimals, without negative zeros. */
function rounded(numbers: number[]): number[] {
  return numbers.map((number) => Number(number.toFixed(6)) + 0);
}

function loadingsOf({ components }: { components: { loadings: Record<string, number> }[] }) {
  return components.map(({ loadings }) => rounded(Object.values(loadings)));
}
