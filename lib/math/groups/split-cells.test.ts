import fc from "fast-check";
import { expect, test } from "vitest";
import { splitIntoCells } from "./split-cells";

/** Weighted points of which many coincide or differ by a rounding error only. */
const anyPoints = () =>
  fc
    .array(
      fc.record({
        x: fc.constantFrom(0, 1, 2, 0.1 + 0.2, 0.3, 1e-12),
        y: fc.integer({ min: -5000, max: 5000 }).map((n) => n / 1000),
        weight: fc.integer({ min: 1, max: 9 }),
        label: fc.nat({ max: 3 }),
      }),
      { maxLength: 60 },
    )
    .map((list) => ({
      points: Float64Array.from(list.flatMap(({ x, y }) => [x, y])),
      weights: Float64Array.from(list, ({ weight }) => weight),
      labels: Int32Array.from(list, ({ label }) => label),
    }));

test("cells are as many as allowed or as there are places, and never reach over a label", () => {
  fc.assert(
    fc.property(
      anyPoints(),
      fc.integer({ min: 1, max: 40 }),
      ({ points, weights, labels }, limit) => {
        const { cellOfPoint, count, paths } = splitIntoCells({ points, weights }, limit, {
          labels,
          count: 4,
        });
        const places = new Set(
          Array.from(
            labels,
            (label, i) => `${label} ${points[2 * i]! + 0} ${points[2 * i + 1]! + 0}`,
          ),
        );
        expect(count).toBe(Math.min(Math.max(limit, new Set(labels).size), places.size));
        expect(new Set(cellOfPoint).size).toBe(count);
        expect(new Set(paths).size).toBe(count);
        const labelsOfCell = new Set(Array.from(cellOfPoint, (cell, i) => `${cell} ${labels[i]}`));
        expect(labelsOfCell.size).toBe(count);
      },
    ),
  );
});

test("the widest crowd is cut first, at its mean", () => {
  const points = Float64Array.of(0, 0, 1, 0, 10, 0, 14, 0);
  const split = (limit: number) =>
    splitIntoCells({ points, weights: Float64Array.of(1, 1, 1, 1) }, limit);
  expect([...split(2).cellOfPoint]).toEqual([0, 0, 1, 1]);
  expect([...split(3).cellOfPoint]).toEqual([0, 0, 1, 2]);
  expect([...split(3).paths]).toEqual([16, 34, 35]);
});
