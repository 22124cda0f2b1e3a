import fc from "fast-check";
import { expect, test } from "vitest";
import { anyRows, matrixOf } from "../testing/matrices";
import { simulateVotes } from "../testing/simulated-votes";
import { countPairs } from "./count-pairs";
import { packVotes, unpackVotes } from "./packed-votes";
import { pairIndex } from "./pair-statistics";

test("sums over those who voted on both, as counting cell by cell does", () => {
  fc.assert(
    fc.property(anyRows(), (rows) => {
      const matrix = matrixOf(rows);
      const pairs = countPairs(packVotes(matrix));
      const voted = matrix.statements;
      expect(pairs.columnCount).toBe(voted.length);
      for (const [j, later] of voted.entries()) {
        for (const [i, earlier] of voted.subarray(0, j + 1).entries()) {
          const sums = [0, 0, 0, 0];
          for (const row of rows) {
            const x = row[earlier] ?? null;
            const y = row[later] ?? null;
            if (x === null || y === null) continue;
            for (const [k, term] of [1, x, y, x * y].entries()) sums[k]! += term;
          }
          const at = pairIndex(i, j);
          expect([...pairs.sums.subarray(at, at + 4)]).toEqual(sums);
        }
      }
    }),
  );
});

test("counts on past what two bytes hold, and across bands of columns", () => {
  // 170 statements are two bands; 70,000 participants who all say the same fill the counters twice.
  const { votes } = simulateVotes({
    participants: 1,
    statements: 170,
    votesPerParticipant: 340,
    groups: 1,
    seed: 1,
  });
  const { columns, values } = unpackVotes(votes);
  const copies = 70_000;
  const last = Int32Array.of(0, columns.length - 1, columns.length - 2);
  const cells = last.toSorted().map((cell) => columns[cell]! * 3 + values[cell]! + 1);
  const rowStart = new Int32Array(copies + 2).map((_, row) => row * cells.length);
  rowStart[copies + 1] = copies * cells.length + votes.codes.length;
  const codes = new Uint16Array(rowStart[copies + 1]!);
  for (let row = 0; row < copies; row++) codes.set(cells, row * cells.length);
  codes.set(votes.codes, copies * cells.length);
  const participants = new Int32Array(copies + 1).map((_, id) => id);
  const pairs = countPairs({ participants, statements: votes.statements, rowStart, codes });
  for (let j = 0; j < columns.length; j++) {
    for (let i = 0; i <= j; i++) {
      const count = last.includes(i) && last.includes(j) ? copies + 1 : 1;
      const at = pairIndex(columns[i]!, columns[j]!);
      expect([...pairs.sums.subarray(at, at + 4)]).toEqual([
        count,
        count * values[i]! + 0,
        count * values[j]! + 0,
        count * values[i]! * values[j]! + 0,
      ]);
    }
  }
});
