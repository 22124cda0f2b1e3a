import fc from "fast-check";
import { expect, test } from "vitest";
import { plenumParameters } from "../plenum/plenum-parameters";
import { anyRows, matrixOf, randomRows } from "../testing/matrices";
import { simulateVotes } from "../testing/simulated-votes";
import { type PackedVotes, packVotes } from "../votes/packed-votes";
import { groupResample } from "./resample-groups";
import { computeStability, noStability, type StabilityInput } from "./stability";

const rule = { ...plenumParameters, stabilityResamples: 12 };

function inputOf(votes: PackedVotes, groups: ArrayLike<number>, ids = [0, 1]): StabilityInput {
  const isModeratedOut = new Uint8Array(votes.statements.length);
  return { votes, isModeratedOut, partition: { ids, groupOfRow: Int32Array.from(groups) } };
}

test("two identical camps come out again every time", () => {
  const yes = [1, 1, 1, -1, -1, 1, 0, 1] as const;
  const no = yes.map((value) => -value as 1 | 0 | -1);
  const votes = packVotes(matrixOf(Array.from({ length: 40 }, (_, i) => (i < 25 ? yes : no))));
  const groups = Array.from({ length: 40 }, (_, i) => (i < 25 ? 0 : 1));
  expect(computeStability(inputOf(votes, groups), rule)).toEqual({
    resamples: 12,
    participants: 40,
    meanAdjustedRandIndex: 1,
    meanAmongDrawn: 1,
    perGroup: { 0: 1, 1: 1 },
    sameK: 12,
  });
});

/** The two groups that votes fall into, as a resample would be grouped. */
function findTwoGroups(votes: PackedVotes): Int32Array {
  const everyRow = Int32Array.from(votes.participants.keys());
  const weights = new Float64Array(everyRow.length).fill(1);
  const everybody = { votes, weights, isModeratedOut: new Uint8Array(votes.statements.length) };
  return groupResample(everybody, everyRow, { wanted: 2, largest: 5 }, rule).groupOfRow;
}

test("planted groups are stable, those found in random votes are not", () => {
  const size = { participants: 300, statements: 60, votesPerParticipant: 50, seed: 1 };
  const planted = simulateVotes({ ...size, groups: 2 }).votes;
  const clear = computeStability(inputOf(planted, findTwoGroups(planted)), rule);
  expect(clear.meanAdjustedRandIndex).toBeGreaterThan(0.8);
  const noise = packVotes(matrixOf(randomRows(4, 300, 60)));
  const unclear = computeStability(inputOf(noise, findTwoGroups(noise)), rule);
  expect(unclear.meanAdjustedRandIndex).toBeLessThan(0.3);
});

test("numbering groups another way changes nothing but the names", () => {
  const { votes, groupOfRow } = simulateVotes({
    participants: 90,
    statements: 20,
    votesPerParticipant: 12,
    groups: 3,
    seed: 2,
  });
  const first = computeStability(inputOf(votes, groupOfRow, [0, 1, 2]), rule);
  const turned = groupOfRow.map((group) => (group + 1) % 3);
  const second = computeStability(inputOf(votes, turned, [7, 4, 9]), rule);
  const { 0: a, 1: b, 2: c } = first.perGroup;
  expect(second).toEqual({ ...first, perGroup: { 4: a, 9: b, 7: c } });
});

test("of many only some are drawn, and the figures carried on to all", () => {
  const size = { participants: 1_200, statements: 60, votesPerParticipant: 30, seed: 3 };
  const { votes } = simulateVotes({ ...size, groups: 2 });
  const input = inputOf(votes, findTwoGroups(votes));
  const all = computeStability(input, { ...rule, stabilityParticipants: 1_200 });
  expect(all).toMatchObject({ participants: 1_200, meanAmongDrawn: all.meanAdjustedRandIndex });
  const some = computeStability(input, { ...rule, stabilityParticipants: 300 });
  expect(some.participants).toBe(300);
  expect(some.meanAmongDrawn).toBeLessThan(all.meanAdjustedRandIndex! - 0.05);
  expect(Math.abs(some.meanAdjustedRandIndex! - all.meanAdjustedRandIndex!)).toBeLessThan(0.05);
  const few = computeStability(input, { ...rule, stabilityVotes: 3_000 });
  expect(few.participants).toBe(Math.floor((3_000 / votes.codes.length) * 1_200));
});

test("fewer than two groups are not resampled", () => {
  const votes = packVotes(matrixOf(randomRows(5, 20, 5)));
  const all = new Int32Array(20);
  expect(computeStability(inputOf(votes, all, [0]), rule)).toEqual(noStability);
  expect(computeStability(inputOf(votes, all.fill(-1), []), rule)).toEqual(noStability);
});

test("everybody alike, and any votes in any groups, give shares", () => {
  const alike = packVotes(matrixOf(Array.from({ length: 30 }, () => [1, -1, 0])));
  const halves = Array.from({ length: 30 }, (_, row) => row % 2);
  const same = computeStability(inputOf(alike, halves), rule);
  expect(same.meanAdjustedRandIndex).toBe(0);
  expect(Object.values(same.perGroup).every((share) => share > 0.3 && share < 0.7)).toBe(true);

  const short = { ...rule, stabilityResamples: 3 };
  fc.assert(
    fc.property(anyRows(), fc.infiniteStream(fc.integer({ min: -1, max: 2 })), (rows, groups) => {
      const votes = packVotes(matrixOf(rows));
      const groupOfRow = [...groups.take(votes.participants.length)];
      const { meanAdjustedRandIndex, perGroup, sameK } = computeStability(
        inputOf(votes, groupOfRow, [0, 1, 2]),
        short,
      );
      expect(meanAdjustedRandIndex).toBeGreaterThanOrEqual(-1);
      expect(meanAdjustedRandIndex).toBeLessThanOrEqual(1);
      for (const share of Object.values(perGroup)) {
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
      }
      expect(sameK).toBeLessThanOrEqual(3);
    }),
  );
});
