import fc from "fast-check";
import { expect, test } from "vitest";
import { createRandom } from "../random";
import { anyRows, matrixOf, randomRows } from "../testing/matrices";
import { packVotes, unpackVotes } from "../votes/packed-votes";
import { drawResample } from "./resample";

test("each row drawn votes as its source, on the columns that are left", () => {
  fc.assert(
    fc.property(anyRows(), fc.integer(), fc.integer({ min: 1, max: 30 }), (rows, seed, count) => {
      const matrix = matrixOf(rows);
      const isModeratedOut = Uint8Array.from(matrix.statements, (id) => id % 2);
      const input = { votes: packVotes(matrix), isModeratedOut };
      const resample = drawResample(input, count, createRandom(seed));
      const drawn = unpackVotes(resample.votes);
      const drawnCount = resample.weights.reduce((sum, weight) => sum + weight, 0);
      expect(drawnCount).toBe(matrix.participants.length === 0 ? 0 : count);
      expect([...new Set(resample.sourceRows)].toSorted((a, b) => a - b)).toEqual([
        ...resample.sourceRows,
      ]);
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

test("everybody is drawn equally often", () => {
  const votes = packVotes(matrixOf(randomRows(3, 10, 4)));
  const random = createRandom(9);
  const times = new Float64Array(10);
  for (let i = 0; i < 2_000; i++) {
    const input = { votes, isModeratedOut: new Uint8Array(4) };
    const { sourceRows, weights } = drawResample(input, 10, random);
    sourceRows.forEach((source, row) => {
      times[source]! += weights[row]!;
    });
  }
  // 20,000 draws of ten people: five standard deviations of 42.
  for (const count of times) expect(Math.abs(count - 2_000)).toBeLessThan(212);
});
