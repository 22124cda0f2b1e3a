import fc from "fast-check";
import { expect, test } from "vitest";
import { createRandom } from "../random";
import { drawBinomial } from "./binomial";

const draws = 20_000;

/** Chance of at most `count`, summed as its definition says. */
function chanceUpTo(count: number, trials: number, share: number): number {
  let logChance = trials * Math.log1p(-share);
  let sum = Math.exp(logChance);
  for (let k = 1; k <= count; k++) {
    logChance += Math.log((trials - k + 1) / k) + Math.log(share / (1 - share));
    sum += Math.exp(logChance);
  }
  return sum;
}

test.each([
  [10, 0.5],
  [60, 0.1],
  [60, 0.9],
  [99, 0.5], // the last by inversion
  [101, 0.5], // the first by a normal
  [300, 0.7],
  [10_000, 0.003],
  [1_000_000, 0.00001],
])("%i trials of %f are drawn as often as they should be", (trials, share) => {
  const random = createRandom(5);
  const drawn = Array.from({ length: draws }, () => drawBinomial(trials, share, random)).sort(
    (a, b) => a - b,
  );
  // Five standard deviations of an observed share, and what the normal is off by.
  const tolerance = 5 * Math.sqrt(0.25 / draws) + 0.015;
  for (const quantile of [0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.98]) {
    const count = drawn[Math.floor(quantile * draws)]!;
    const observed = drawn.filter((other) => other <= count).length / draws;
    expect(Math.abs(observed - chanceUpTo(count, trials, share))).toBeLessThan(tolerance);
  }
});

test("draws are whole numbers from 0 to the trials, and certain where the share is", () => {
  fc.assert(
    fc.property(
      fc.nat({ max: 2_000_000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.integer(),
      (trials, share, seed) => {
        const drawn = drawBinomial(trials, share, createRandom(seed));
        expect(Number.isInteger(drawn)).toBe(true);
        expect(drawn).toBeGreaterThanOrEqual(0);
        expect(drawn).toBeLessThanOrEqual(trials);
      },
    ),
  );
  const random = createRandom(1);
  expect(drawBinomial(1_000, 0, random)).toBe(0);
  expect(drawBinomial(1_000, 1, random)).toBe(1_000);
  expect(drawBinomial(0, 0.3, random)).toBe(0);
});
