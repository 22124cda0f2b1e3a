import fc from "fast-check";
import { expect, test } from "vitest";
import { createVoteLedger } from "./vote-ledger";
import { createVoteMatrix, type VoteTriples } from "./vote-matrix";

function triples(votes: [participant: number, statement: number, value: number][]): VoteTriples {
  return {
    participant: Int32Array.from(votes, ([participant]) => participant),
    statement: Int32Array.from(votes, ([, statement]) => statement),
    value: Int8Array.from(votes, ([, , value]) => value),
  };
}

test("rows and columns ascend by id, whatever the order of the votes", () => {
  const matrix = createVoteMatrix(
    triples([
      [9, 4, -1],
      [2, 7, 0],
      [9, 1, 1],
    ]),
  );
  expect([...matrix.participants]).toEqual([2, 9]);
  expect([...matrix.statements]).toEqual([1, 4, 7]);
  expect([...matrix.rowStart]).toEqual([0, 1, 3]);
  expect([...matrix.columns]).toEqual([2, 0, 1]);
  expect([...matrix.values]).toEqual([0, 1, -1]);
});

test("no votes make an empty matrix", () => {
  const matrix = createVoteMatrix(triples([]));
  expect([...matrix.participants, ...matrix.statements]).toEqual([]);
  expect([...matrix.rowStart]).toEqual([0]);
  expect(createVoteLedger().toMatrix()).toEqual(matrix);
});

test("a repeated cell, another value and uneven arrays are refused", () => {
  expect(() =>
    createVoteMatrix(
      triples([
        [3, 5, 1],
        [3, 5, -1],
      ]),
    ),
  ).toThrow("Participant 3, statement 5: two votes");
  expect(() => createVoteMatrix(triples([[3, 5, 2]]))).toThrow(RangeError);
  const uneven = { ...triples([[3, 5, 1]]), statement: new Int32Array(2) };
  expect(() => createVoteMatrix(uneven)).toThrow(RangeError);
});

test("the ledger keeps the last vote of each cell, as a map of cells would", () => {
  const id = fc.integer({ min: 0, max: 12 });
  const change = fc.tuple(id, id, fc.constantFrom(1, 0, -1, null));
  fc.assert(
    fc.property(fc.array(change, { maxLength: 120 }), (changes) => {
      const ledger = createVoteLedger();
      const cells = new Map<string, [number, number, number]>();
      for (const [participant, statement, value] of changes) {
        ledger.set(participant, statement, value);
        if (value === null) cells.delete(`${participant} ${statement}`);
        else cells.set(`${participant} ${statement}`, [participant, statement, value]);
      }
      expect(ledger.count).toBe(cells.size);
      expect(ledger.toMatrix()).toEqual(createVoteMatrix(triples([...cells.values()])));
    }),
  );
});

test("the ledger takes the largest id and refuses what is not an id or a vote", () => {
  const ledger = createVoteLedger();
  ledger.set(2_147_483_647, 2_147_483_647, -1);
  expect([...ledger.toMatrix().statements]).toEqual([2_147_483_647]);
  expect([...ledger.toMatrix().values]).toEqual([-1]);
  expect(() => ledger.set(-1, 0, 1)).toThrow(RangeError);
  expect(() => ledger.set(0, 1.5, 1)).toThrow(RangeError);
  expect(() => ledger.set(0, 0, 2)).toThrow(RangeError);
});
