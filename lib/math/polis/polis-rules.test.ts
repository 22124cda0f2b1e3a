import { describe, expect, test } from "vitest";
import { analyze } from "../analyze";
import { createVoteMatrix } from "../votes/vote-matrix";
import { settleOnGroups } from "./analyze-polis";
import { clusterIntoGroups } from "./group-clusterings";
import { polisParameters } from "./polis-parameters";

/**
 * Rules that no conversation at hand comes to, on small ones worked out by hand.
 * @see MATH.md part A
 */
function analyzeVotes(votes: readonly (readonly [participant: number, statement: number])[]) {
  return analyze({
    votes: createVoteMatrix({
      participant: Int32Array.from(votes, ([participant]) => participant),
      statement: Int32Array.from(votes, ([, statement]) => statement),
      value: Int8Array.from(
        votes,
        ([participant, statement]) => ((participant + statement) % 3) - 1,
      ),
    }),
    statements: [],
    profile: "polis",
  });
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);
const on = (participant: number, from: number, to: number) =>
  range(from, to).map((statement) => [participant, statement] as const);

test("rule 3: fewer than fifteen with seven votes are topped up, equals by row order", () => {
  // Eight statements, so min(7, 8) = 7 votes are asked for: 20 and 21 have them, 13 are missing.
  // Most votes after them: 30, 31, 32 with six each, which leaves 10 of the twelve with five.
  // 40 and 41 begin at statement 3, 42 to 51 at statement 0: the rows of the latter come first.
  const analysis = analyzeVotes([
    ...on(20, 0, 8),
    ...on(21, 0, 7),
    ...range(30, 33).flatMap((id) => on(id, 2, 8)),
    ...range(40, 42).flatMap((id) => on(id, 3, 8)),
    ...range(42, 52).flatMap((id) => on(id, 0, 5)),
    ...range(60, 70).flatMap((id) => on(id, 0, 4)),
  ]);
  expect(Object.keys(analysis.membership).map(Number)).toEqual([
    20, 21, 30, 31, 32, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51,
  ]);
  expect(Object.keys(analysis.positions)).toHaveLength(27); // the others are placed, not clustered
});

describe("rule 2", () => {
  test("the 100,001st participant in row order is ignored, with what only they voted on", () => {
    // Rows by lowest statement, then id: 1 to 100,000 on statement 0 fill the cap, and 0, who only
    // voted on statement 1, comes after them.
    const analysis = analyzeVotes([[0, 1], ...range(1, 100_001).map((id) => [id, 0] as const)]);
    expect(Object.keys(analysis.positions)).toHaveLength(100_000);
    expect(analysis.positions[0]).toBeUndefined();
    expect(Object.keys(analysis.center)).toEqual(["0"]);
  });

  test("the 10,001st statement is ignored, with those who voted on nothing else", () => {
    const analysis = analyzeVotes([...on(5, 0, 10_001), [6, 0], [7, 10_000]]);
    expect(Object.keys(analysis.center)).toHaveLength(10_000);
    expect(analysis.center[10_000]).toBeUndefined();
    expect(Object.keys(analysis.positions)).toEqual(["5", "6"]);
  });
});

test("rule 7: of two numbers of groups with the same silhouette the last wins", () => {
  // Twelve base clusters on a line, of one participant each: K = min(5, 2 + 12/12) = 3.
  //
  // k = 3 starts from the first three, -6, 0 and 22, with borders at -3 and 11:
  //   {-6, -5, -4, -3.75, -3.25} mean -4.4; {0, 10} mean 5; the other five, sum 70, mean 14.
  // The borders are now 0.3 and 9.5, so 0 goes left, 10 goes right, and the middle one is dropped.
  // k = 2 starts from -6 and 0, with the border at -3: means -4.4 and 80 / 7, so the next border
  // is at 3.5 and 0 goes left.
  // Both end at the six below 3 and the six above it: one partition, one silhouette, two k.
  const line = [-6, 0, 22, 10, -5, -4, -3.75, -3.25, 12, 11.25, 11.75, 13];
  const centers = Float64Array.from(line.flatMap((x) => [x, 0]));
  const members = line.map((_, row) => [row]);
  const base = { ids: Int32Array.from(line.keys()), centers, members };

  const clusterings = clusterIntoGroups(base, polisParameters);
  expect(clusterings.map(({ k, clustering }) => [k, [...clustering.ids]])).toEqual([
    [2, [0, 1]],
    [3, [0, 2]],
  ]);
  expect(clusterings[1]!.silhouette).toBe(clusterings[0]!.silhouette);

  const { groupCount, partition } = settleOnGroups({ base, clusterings }, 12, undefined);
  expect(groupCount.k).toBe(3);
  expect(partition.ids).toEqual([0, 2]);
  expect([...partition.groupOfRow]).toEqual(line.map((x) => (x < 3 ? 0 : 1)));
});
