import fc from "fast-check";
import { expect, test } from "vitest";
import { computeAdjustedRandIndex } from "./adjusted-rand-index";

test("equals a worked example", () => {
  // Contingency [[1, 1, 0], [1, 2, 1], [0, 0, 4]] of Yeung and Ruzzo 2001: 0.313
  const first = [0, 0, 1, 1, 1, 1, 2, 2, 2, 2];
  const second = [0, 1, 0, 1, 1, 2, 2, 2, 2, 2];
  expect(computeAdjustedRandIndex(first, second)).toBeCloseTo(0.313, 3);
});

test("does not depend on labels, order of items or of the partitions", () => {
  const items = fc.array(fc.tuple(fc.nat({ max: 4 }), fc.nat({ max: 4 })), { maxLength: 30 });
  fc.assert(
    fc.property(items, (pairs) => {
      const index = (a: number[], b: number[]) => computeAdjustedRandIndex(a, b);
      const first = pairs.map(([a]) => a);
      const second = pairs.map(([, b]) => b);
      const value = index(first, second);
      expect(value).toBeLessThanOrEqual(1);
      expect(index(second, first)).toBeCloseTo(value, 12);
      expect(
        index(
          first.map((label) => 10 - label),
          second,
        ),
      ).toBeCloseTo(value, 12);
      expect(index(first.toReversed(), second.toReversed())).toBeCloseTo(value, 12);
      expect(index(first, first)).toBe(1);
    }),
  );
});

test("trivial partitions are the same, and uneven ones are refused", () => {
  expect(computeAdjustedRandIndex([], [])).toBe(1);
  expect(computeAdjustedRandIndex([3], [5])).toBe(1);
  expect(computeAdjustedRandIndex([0, 0], [0, 1])).toBe(0);
  expect(() => computeAdjustedRandIndex([0], [])).toThrow(RangeError);
});
