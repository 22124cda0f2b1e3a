import fc from "fast-check";
import { expect, test } from "vitest";
import { countPairs } from "./count-pairs";
import { packVotes, unpackVotes } from "./packed-votes";
import { createVoteMatrix } from "./vote-matrix";
import { createVoteStore } from "./vote-store";

type Cell = [participant: number, statement: number, value: number];

function packCells(cells: Iterable<Cell>) {
  const votes = [...cells];
  return packVotes(
    createVoteMatrix({
      participant: Int32Array.from(votes, ([participant]) => participant),
      statement: Int32Array.from(votes, ([, statement]) => statement),
      value: Int8Array.from(votes, ([, , value]) => value),
    }),
  );
}

const id = fc.integer({ min: 0, max: 12 });
const change = fc.tuple(id, id, fc.constantFrom(1, 0, -1, null));
const batches = fc.oneof(
  fc.array(fc.array(change, { maxLength: 40 }), { maxLength: 6 }),
  fc.array(fc.array(change, { maxLength: 10 }), { maxLength: 20 }),
);

test("keeps the last vote of each cell and the pairs of all, as if all were packed anew", () => {
  fc.assert(
    fc.property(batches, fc.constantFrom([], many), (batches, start) => {
      const cells = new Map<string, Cell>();
      for (const cell of start) cells.set(`${cell[0]} ${cell[1]}`, cell);
      const store = createVoteStore(packCells(cells.values()));
      expect(store.readPairs()).toEqual(countPairs(packCells(cells.values())));
      for (const batch of batches) {
        for (const [participant, statement, value] of batch) {
          store.set(participant, statement, value);
          if (value === null) cells.delete(`${participant} ${statement}`);
          else cells.set(`${participant} ${statement}`, [participant, statement, value]);
        }
        const expected = packCells(cells.values());
        expect(store.voteCount).toBe(cells.size);
        expect(store.read()).toEqual(expected);
        expect(store.readPairs()).toEqual(countPairs(expected));
      }
    }),
  );
});

/** Enough votes for a batch to be little; statements 1 and 11 have one vote each. */
const many: Cell[] = [...Array(60).keys()].flatMap((participant) =>
  [0, 2, 3, 4, 5, 6, 7, 9, 10]
    .filter((statement) => (participant * 7 + statement * 5) % 6 !== 0)
    .map((statement): Cell => [participant, statement, ((participant + statement) % 3) - 1]),
);
many.push([3, 11, 1], [8, 1, -1]);

test("widens its codes when the columns no longer fit into two bytes", () => {
  const store = createVoteStore();
  for (let statement = 0; statement < 21_845; statement++) store.set(7, statement, 1);
  expect(store.read().codes).toBeInstanceOf(Uint16Array);
  store.set(6, 30_000, -1);
  const votes = store.read();
  expect(votes.codes).toBeInstanceOf(Uint32Array);
  const { rowStart, columns, values } = unpackVotes(votes);
  expect([...rowStart]).toEqual([0, 1, 21_846]);
  expect([columns[0], values[0], columns[1], columns[21_845]]).toEqual([21_845, -1, 0, 21_844]);
});

test("takes the largest id and refuses what is not an id or a vote", () => {
  const store = createVoteStore();
  store.set(2_147_483_647, 2_147_483_647, -1);
  expect([...store.read().statements]).toEqual([2_147_483_647]);
  expect([...store.read().participants]).toEqual([2_147_483_647]);
  expect([...store.read().codes]).toEqual([0]);
  expect(() => store.set(-1, 0, 1)).toThrow(RangeError);
  expect(() => store.set(0, 1.5, 1)).toThrow(RangeError);
  expect(() => store.set(0, 2_147_483_648, 1)).toThrow(RangeError);
  expect(() => store.set(0, 0, 2)).toThrow(RangeError);
  expect(store.voteCount).toBe(1);
});
