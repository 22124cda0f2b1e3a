import fc from "fast-check";
import { expect, test } from "vitest";
import { extrapolateStability } from "./extrapolate-stability";

test("what is missing shrinks with the square root of the number, or as slowly as was seen", () => {
  expect(extrapolateStability(0.8, 0.6, 16)).toBeCloseTo(0.95, 12);
  expect(extrapolateStability(0.8, 0.1, 16)).toBeCloseTo(0.95, 12); // not faster
  expect(extrapolateStability(0.4, 0.25, 16)).toBeCloseTo(1 - 0.6 / 1.25 / 1.25, 12);
  expect(extrapolateStability(0.4, 0.4, 1_000)).toBe(0.4);
  expect(extrapolateStability(1, 0.9, 50)).toBe(1);
});

test("it is between the figure itself and 1, and grows with the number of people", () => {
  const share = fc.double({ min: -0.5, max: 1, noNaN: true });
  const ratio = fc.double({ min: 1, max: 10_000, noNaN: true });
  fc.assert(
    fc.property(share, share, ratio, ratio, (drawn, quarter, one, other) => {
      const [few, many] = [one, other].sort((a, b) => a - b);
      const figure = extrapolateStability(drawn, quarter, few!);
      expect(figure).toBeGreaterThanOrEqual(drawn - 1e-12);
      expect(figure).toBeLessThanOrEqual(1);
      expect(extrapolateStability(drawn, quarter, many!)).toBeGreaterThanOrEqual(figure - 1e-12);
      expect(extrapolateStability(drawn, quarter, 1)).toBeCloseTo(drawn, 12);
    }),
  );
});
