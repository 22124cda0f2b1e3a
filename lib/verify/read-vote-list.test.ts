import fc from "fast-check";
import { expect, test } from "vitest";
import { unpackVotes } from "../math/votes/packed-votes";
import { createVoteMatrix } from "../math/votes/vote-matrix";
import { createVoteListReader, writeVoteList } from "./read-vote-list";

function read(text: string, cut = text.length) {
  const bytes = new TextEncoder().encode(text);
  const reader = createVoteListReader();
  reader.push(bytes.subarray(0, cut));
  reader.push(bytes.subarray(cut));
  return reader.finish();
}

test("a list gives the votes that it was written of, wherever it is cut", () => {
  const cells = fc.uniqueArray(
    fc.tuple(fc.nat({ max: 2_147_483_647 }), fc.nat({ max: 30 }), fc.integer({ min: -1, max: 1 })),
    { selector: ([participant, statement]) => `${participant} ${statement}` },
  );
  fc.assert(
    fc.property(cells, fc.nat({ max: 60 }), (votes, cut) => {
      const matrix = createVoteMatrix({
        participant: Int32Array.from(votes, ([participant]) => participant),
        statement: Int32Array.from(votes, ([, statement]) => statement),
        value: Int8Array.from(votes, ([, , value]) => value),
      });
      const list = [...writeVoteList(matrix)].join("");
      expect(unpackVotes(read(list, Math.min(cut, list.length)))).toEqual(matrix);
    }),
  );
});

test.each([
  ["0,0,2\n", 1],
  ["0,0,-2\n", 1],
  ["0,0,-0\n", 1],
  ["0,0,+1\n", 1],
  ["0,0,01\n", 1],
  ["00,0,1\n", 1],
  ["-1,0,1\n", 1],
  ["0,0,1\r\n", 1],
  ["0,0, 1\n", 1],
  ["0,0\n", 1],
  ["0,0,1,1\n", 1],
  ["0,,1\n", 1],
  ["\n", 1],
  ["2147483648,0,1\n", 1],
  ["participant,statement,value\n", 1],
  ["0,0,1\n0,0,1\n", 2],
  ["0,1,1\n0,0,1\n", 2],
  ["1,0,1\n0,5,1\n", 2],
  ["0,0,1\n0,1,1", 2],
  ["0,0,1\n0,1,", 2],
  ["0,0,1\n0,1,-", 2],
])("%j is refused at line %i", (list, line) => {
  expect(() => read(list)).toThrow(expect.objectContaining({ name: "VoteListError", line }));
});
