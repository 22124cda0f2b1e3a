import fc from "fast-check";
import { expect, test } from "vitest";
import { assignOptimally } from "./optimal-assignment";

/** The largest sum of all assignments, by trying every one. */
function bestSum(weights: number[][], row = 0, taken: readonly number[] = []): number {
  if (row === weights.length) return 0;
  let best = bestSum(weights, row + 1, taken);
  weights[row]!.forEach((weight, column) => {
    if (taken.includes(column)) return;
    best = Math.max(best, weight + bestSum(weights, row + 1, [...taken, column]));
  });
  return best;
}

test("no other pairing weighs more", () => {
  const table = fc
    .tuple(fc.integer({ min: 1, max: 5 }), fc.nat({ max: 5 }))
    .chain(([rows, columns]) =>
      fc.array(fc.array(fc.nat({ max: 20 }), { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    );
  fc.assert(
    fc.property(table, (weights) => {
      const columnOf = assignOptimally(weights);
      const used = columnOf.filter((column) => column !== -1);
      expect(columnOf).toHaveLength(weights.length);
      expect(new Set(used).size).toBe(used.length);
      const sum = columnOf.reduce((s, column, row) => s + (weights[row]![column] ?? 0), 0);
      expect(sum).toBe(bestSum(weights));
    }),
  );
});

test("pairs of weight 0 are no pairs", () => {
  expect(
    assignOptimally([
      [0, 3],
      [0, 4],
    ]),
  ).toEqual([-1, 1]);
  expect(assignOptimally([])).toEqual([]);
});
