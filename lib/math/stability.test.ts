import fc from "fast-check";
import { expect, test } from "vitest";
import { type PackedVotes, packVotes } from "./packed-votes";
import { plenumParameters } from "./plenum-parameters";
import { computeStability, noStability, type StabilityInput } from "./stability";
import { anyRows, matrixOf, randomRows } from "./testing/matrices";
import { simulateVotes } from "./testing/simulated-votes";

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
    perGroup: { 0: 1, 1: 1 },
    sameK: 12,
  });
});

test("planted groups are stable, groups of random votes are not", () => {
  const planted = simulateVotes({
    participants: 200,
    statements: 40,
    votesPerParticipant: 25,
    groups: 2,
    seed: 1,
  });
  const clear = computeStability(inputOf(planted.votes, planted.groupOfRow), rule);
  expect(clear.meanAdjustedRandIndex).toBeGreaterThan(0.4);
  const noise = packVotes(matrixOf(randomRows(4, 200, 40)));
  const halves = Array.from({ length: 200 }, (_, row) => row % 2);
  const unclear = computeStability(inputOf(noise, halves), rule);
  expect(unclear.meanAdjustedRandIndex).toBeLessThan(0.1);
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

test("more people than are drawn cost no more, and the number drawn is told", () => {
  const { votes, groupOfRow } = simulateVotes({
    participants: 300,
    statements: 20,
    votesPerParticipant: 12,
    groups: 2,
    seed: 3,
  });
  const few = { ...rule, stabilityParticipants: 50 };
  expect(computeStability(inputOf(votes, groupOfRow), few).participants).toBe(50);
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
