import fc from "fast-check";
import { expect, test } from "vitest";
import { createCodes, packVotes, unpackVotes } from "./packed-votes";
import { createVoteMatrix } from "./vote-matrix";

test("unpacking gives the matrix that was packed", () => {
  const cell = fc.record({
    participant: fc.nat(50),
    statement: fc.nat(30),
    value: fc.constantFrom(-1, 0, 1),
  });
  const cells = fc.uniqueArray(cell, { selector: (c) => `${c.participant} ${c.statement}` });
  fc.assert(
    fc.property(cells, (votes) => {
      const matrix = createVoteMatrix({
        participant: Int32Array.from(votes, (vote) => vote.participant),
        statement: Int32Array.from(votes, (vote) => vote.statement),
        value: Int8Array.from(votes, (vote) => vote.value),
      });
      expect(unpackVotes(packVotes(matrix))).toEqual(matrix);
    }),
  );
});

test("a vote takes two bytes while every code fits", () => {
  expect(createCodes(21_845, 1)).toBeInstanceOf(Uint16Array);
  expect(createCodes(21_846, 1)).toBeInstanceOf(Uint32Array);
});
