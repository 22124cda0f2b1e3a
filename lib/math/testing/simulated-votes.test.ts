import { expect, test } from "vitest";
import { packVotes, unpackVotes } from "../votes/packed-votes";
import { createVoteMatrix } from "../votes/vote-matrix";
import { simulateVotes } from "./simulated-votes";

test.each([
  { participants: 200, statements: 120, votesPerParticipant: 50, groups: 3, seed: 1 },
  { participants: 3, statements: 400, votesPerParticipant: 5, groups: 2, seed: 2 },
  { participants: 40, statements: 6, votesPerParticipant: 50, groups: 4, seed: 3 },
])("makes a valid matrix of $participants x $statements", (size) => {
  const { votes, groupOfRow } = simulateVotes(size);
  const { participants, statements, rowStart, columns, values } = unpackVotes(votes);
  const rowOfCell = new Int32Array(columns.length);
  for (const row of participants.keys()) rowOfCell.fill(row, rowStart[row], rowStart[row + 1]);
  const again = createVoteMatrix({
    participant: rowOfCell.map((row) => participants[row]!),
    statement: columns.map((column) => statements[column]!),
    value: values,
  });
  expect(packVotes(again)).toEqual(votes);
  expect(participants).toHaveLength(size.participants);
  expect(new Set(groupOfRow).size).toBe(Math.min(size.groups, size.participants));
  expect(simulateVotes(size).votes).toEqual(votes);
});

test("gives about as many votes as asked for", () => {
  const { votes } = simulateVotes({
    participants: 2_000,
    statements: 1_000,
    votesPerParticipant: 50,
    groups: 2,
    seed: 4,
  });
  expect(Math.abs(votes.codes.length / 2_000 - 50)).toBeLessThan(2);
});
