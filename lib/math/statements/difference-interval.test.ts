import fc from "fast-check";
import { expect, test } from "vitest";
import { computeDifferenceInterval } from "./difference-interval";

const z95 = 1.959963984540054;
const tally = fc
  .tuple(fc.nat({ max: 200 }), fc.nat({ max: 200 }))
  .map(([successes, failures]) => ({ successes, trials: successes + failures }));

test.each([
  [[56, 70], [48, 80], 0.0524, 0.3339],
  [[9, 10], [3, 10], 0.1705, 0.809],
  [[5, 56], [0, 29], -0.0381, 0.1926],
  [[10, 10], [0, 20], 0.6791, 1],
] as const)("%j less %j is from %f to %f, as in Newcombe's table II", (a, b, low, high) => {
  const found = computeDifferenceInterval(
    { successes: a[0], trials: a[1] },
    { successes: b[0], trials: b[1] },
    z95,
  );
  expect(found.low).toBeCloseTo(low, 4);
  expect(found.high).toBeCloseTo(high, 4);
});

test("the interval holds the difference, and turns round with the shares", () => {
  fc.assert(
    fc.property(tally, tally, (a, b) => {
      const { low, high } = computeDifferenceInterval(a, b, z95);
      expect(low).toBeGreaterThanOrEqual(-1);
      expect(high).toBeLessThanOrEqual(1);
      if (a.trials > 0 && b.trials > 0) {
        const difference = a.successes / a.trials - b.successes / b.trials;
        expect(low).toBeLessThanOrEqual(difference + 1e-15);
        expect(high).toBeGreaterThanOrEqual(difference - 1e-15);
      }
      const turned = computeDifferenceInterval(b, a, z95);
      expect(turned.low).toBeCloseTo(0 - high, 12);
      expect(turned.high).toBeCloseTo(0 - low, 12);
    }),
  );
});

test("nothing tried on either side: anything may be", () => {
  const nothing = { successes: 0, trials: 0 };
  const { low, high } = computeDifferenceInterval(nothing, nothing, z95);
  expect(low).toBeLessThan(-0.7);
  expect(high).toBeGreaterThan(0.7);
});
