import { expect, test } from "vitest";
import { simulateVotes } from "../testing/simulated-votes";
import { countPairs } from "./count-pairs";
import { applyChanges, createPairChanges, notePairs } from "./pair-changes";
import { createPairStatistics, pairIndex } from "./pair-statistics";

test("counts rows that grow a vote at a time as counting them whole does", () => {
  // 400 statements are three bands.
  const { votes } = simulateVotes({
    participants: 700,
    statements: 400,
    votesPerParticipant: 50,
    groups: 2,
    seed: 1,
  });
  const pairs = createPairStatistics(votes.statements.length);
  const changes = createPairChanges(pairs, 9_000);
  for (let row = 0; row < votes.participants.length; row++) {
    const codes = votes.codes.slice(votes.rowStart[row]!, votes.rowStart[row + 1]!);
    // Of the votes so far the last comes first in every other row; one of its votes goes and comes.
    for (let length = 1; length <= codes.length; length++) {
      const from = row % 2 === 0 ? 0 : codes.length - length;
      notePairs(changes, codes, from, from + length, row % 2 === 0 ? length - 1 : from, 1);
    }
    const some = row % codes.length;
    notePairs(changes, codes, 0, codes.length, some, -1);
    notePairs(changes, codes, 0, codes.length, some, 1);
    codes.fill(0);
  }
  applyChanges(changes);
  expect(pairs).toEqual(countPairs(votes));
});

test("counts on past what two bytes hold", () => {
  const pairs = createPairStatistics(300);
  const changes = createPairChanges(pairs, 100_000);
  const disagreesAndAgrees = Uint16Array.of(0, 299 * 3 + 2);
  const times = 70_000;
  for (let i = 0; i < times; i++) notePairs(changes, disagreesAndAgrees, 0, 2, i % 2, 1);
  applyChanges(changes);
  const half = times / 2;
  const read = (i: number, j: number) => [...pairs.sums.subarray(pairIndex(i, j)).slice(0, 4)];
  expect(read(0, 299)).toEqual([times, -times, times, -times]);
  expect(read(0, 0)).toEqual([half, -half, -half, half]);
  expect(read(299, 299)).toEqual([half, half, half, half]);
  expect(pairs.sums.reduce((sum, entry) => sum + Math.abs(entry), 0)).toBe(4 * times + 8 * half);
});
