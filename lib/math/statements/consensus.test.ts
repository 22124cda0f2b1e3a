import { expect, test } from "vitest";
import { polisParameters } from "../polis/polis-parameters";
import type { VoteCounts } from "../votes/vote-counts";
import { selectConsensus } from "./consensus";
import { findDivisiveStatements } from "./divisive-statements";
import { computeGroupAwareConsensus } from "./group-aware-consensus";

type Tally = [agrees: number, disagrees: number, seen: number];
const counts = (...columns: Tally[]): VoteCounts => ({
  agrees: Int32Array.from(columns, ([agrees]) => agrees),
  disagrees: Int32Array.from(columns, ([, disagrees]) => disagrees),
  seen: Int32Array.from(columns, ([, , seen]) => seen),
});
const ids = (count: number) => Int32Array.from({ length: count }, (_, index) => 100 + index);

test("consensus takes the five strongest of each side, equals in column order", () => {
  const votes = counts(
    ...Array.from({ length: 7 }, (_, i): Tally => [10 + (i === 6 ? 1 : 0), 0, 11]),
    [2, 30, 40],
    [1, 0, 1],
  );
  const { agree, disagree } = selectConsensus(
    { counts: votes, participants: 40, statements: ids(9), columns: [...Array(9).keys()] },
    polisParameters,
  );
  expect(agree.map(({ statement }) => statement)).toEqual([106, 100, 101, 102, 103]);
  expect(disagree.map(({ statement }) => statement)).toEqual([107]);
  expect(disagree[0]).toMatchObject({ agrees: 2, disagrees: 30, votes: 40, p: 31 / 42 });
  expect(disagree[0]?.low).toBeLessThan(30 / 40);
  expect(disagree[0]?.high).toBeGreaterThan(30 / 40);
});

test("consensus leaves out the columns it is not given, and nobody's votes", () => {
  const votes = counts([20, 0, 20], [0, 0, 0]);
  const unseen = { counts: votes, participants: 20, statements: ids(2), columns: [1] };
  expect(selectConsensus(unseen, polisParameters)).toEqual({ agree: [], disagree: [] });
});

test("group-aware consensus multiplies smoothed shares and takes their root and minimum", () => {
  const groups = [counts([7, 0, 8]), counts([1, 3, 6]), counts([0, 0, 0])];
  const { product, geometricMean, minimum } = computeGroupAwareConsensus(groups, 0);
  expect(product).toBeCloseTo(0.8 * 0.25 * 0.5, 15);
  expect(geometricMean).toBeCloseTo(Math.cbrt(0.1), 15);
  expect(minimum).toBe(0.25);
});

test("the geometric mean is right for one group, equal groups, many groups, and none", () => {
  const mean = (...groups: Tally[]) =>
    computeGroupAwareConsensus(
      groups.map((group) => counts(group)),
      0,
    ).geometricMean;
  expect(mean([3, 0, 3])).toBe(0.8);
  expect(mean([3, 0, 3], [3, 0, 3], [3, 0, 3], [3, 0, 3], [3, 0, 3])).toBeCloseTo(0.8, 15);
  const uneven = [0, 5, 50, 500, 5_000].map((seen): Tally => [0, seen, seen]);
  const product = uneven.reduce((total, [, , seen]) => total / (seen + 2), 1);
  expect(mean(...uneven)).toBeCloseTo(product ** (1 / 5), 15);
  expect(mean()).toBe(1);
  expect(mean(...Array.from({ length: 400 }, (): Tally => [0, 999, 999]))).toBe(0);
});

test("divisive statements name the pair of groups that differs most, widest first", () => {
  const groups = [
    counts([18, 1, 20], [10, 5, 20], [20, 0, 20]),
    counts([9, 9, 20], [9, 5, 20], [1, 19, 20]),
    counts([2, 18, 20], [11, 4, 20], [15, 5, 20]),
  ];
  const found = findDivisiveStatements(
    { groups, groupIds: [4, 7, 9], statements: ids(3), columns: [0, 1, 2] },
    1.96,
  );
  expect(found.map(({ statement, groups }) => [statement, ...groups])).toEqual([
    [102, 4, 7],
    [100, 4, 9],
  ]);
  expect(found[0]?.difference).toBeCloseTo(0.95, 12);
});

test("a wide difference between few votes is not divisive, nor is a group without votes", () => {
  const find = (...groups: VoteCounts[]) =>
    findDivisiveStatements({ groups, groupIds: [0, 1], statements: ids(1), columns: [0] }, 1.96);
  expect(find(counts([1, 0, 1]), counts([0, 1, 1]))).toEqual([]);
  expect(find(counts([40, 0, 40]), counts([0, 0, 0]))).toEqual([]);
  expect(find(counts([40, 0, 40]), counts([0, 40, 40]))).toHaveLength(1);
});
