import fc from "fast-check";
import { expect, test } from "vitest";
import { packVotes, unpackVotes } from "./packed-votes";
import { createRandom } from "./random";
import { drawResample } from "./resample";
import { anyRows, matrixOf, randomRows } from "./testing/matrices";

test("each row drawn votes as its source, on the columns that are left", () => {
  fc.assert(
    fc.property(anyRows(), fc.integer(), fc.integer({ min: 1, max: 30 }), (rows, seed, count) => {
      const matrix = matrixOf(rows);
      const isModeratedOut = Uint8Array.from(matrix.statements, (id) => id % 2);
      const input = { votes: packVotes(matrix), isModeratedOut };
      const resample = drawResample(input, count, createRandom(seed));
      const drawn = unpackVotes(resample.votes);
      expect(resample.sourceRows).toHaveLength(matrix.participants.length === 0 ? 0 : count);
      resample.sourceRows.forEach((source, row) => {
        const cells = (of: typeof matrix, at: number) =>
          Array.from(of.columns.subarray(of.rowStart[at], of.rowStart[at + 1]), (column, cell) => [
            of.statements[column],
            of.values[of.rowStart[at]! + cell],
          ]);
        expect(cells(drawn, row)).toEqual(cells(matrix, source));
      });
      expect(new Set(drawn.columns).size).toBe(drawn.statements.length);
      expect([...resample.isModeratedOut]).toEqual(Array.from(drawn.statements, (id) => id % 2));
    }),
  );
});

test("everybody is drawn equally often, repeats stand together", () => {
  const votes = packVotes(matrixOf(randomRows(3, 10, 4)));
  const random = createRandom(9);
  const times = new Int32Array(votes.participants.length);
  for (let i = 0; i < 2_000; i++) {
    const { sourceRows } = drawResample({ votes, isModeratedOut: new Uint8Array(4) }, 10, random);
    for (const row of sourceRows) times[row]! += 1;
    expect(sourceRows).toEqual(sourceRows.toSorted());
  }
  // 20,000 draws of ten people: five standard deviations of 42.
  for (const count of times) expect(Math.abs(count - 2_000)).toBeLessThan(212);
});
