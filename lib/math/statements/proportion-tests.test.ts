import { expect, test } from "vitest";
import { smoothedShare, testProportion, testTwoProportions } from "./proportion-tests";
import { computeWilsonInterval } from "./wilson-interval";

test("the smoothed share adds a success and a failure", () => {
  expect(smoothedShare(0, 0)).toBe(1 / 2);
  expect(smoothedShare(3, 3)).toBe(4 / 5);
});

test("z of one share counts one more success", () => {
  expect(testProportion(0, 0)).toBe(1);
  expect(testProportion(8, 8)).toBeCloseTo(2 * 3 * 0.5, 12);
  expect(testProportion(3, 8)).toBeCloseTo(2 * 3 * (4 / 9 - 1 / 2), 12);
});

test("z of two shares is antisymmetric, and 0 when everybody succeeded", () => {
  const some = { successes: 3, trials: 7 };
  const most = { successes: 8, trials: 9 };
  expect(testTwoProportions(most, some)).toBeCloseTo(-testTwoProportions(some, most), 12);
  // (9/10 - 4/8) / sqrt(13/18 * 5/18 * (1/10 + 1/8))
  expect(testTwoProportions(most, some)).toBeCloseTo(0.4 / Math.sqrt((65 / 324) * 0.225), 12);
  expect(testTwoProportions({ successes: 4, trials: 4 }, { successes: 0, trials: 0 })).toBe(0);
});

test("Wilson's interval is that of the literature", () => {
  // Newcombe 1998, table I: 81 of 263, 15 of 148, 0 of 20 and 1 of 29
  const interval = (successes: number, trials: number) => {
    const { low, high } = computeWilsonInterval(successes, trials, 1.959963984540054);
    return [low, high].map((share) => Math.round(share * 10_000) / 10_000);
  };
  expect(interval(81, 263)).toEqual([0.2553, 0.3662]);
  expect(interval(15, 148)).toEqual([0.0624, 0.1605]);
  expect(interval(0, 20)).toEqual([0, 0.1611]);
  expect(interval(1, 29)).toEqual([0.0061, 0.1718]);
  expect(interval(20, 20)).toEqual([0.8389, 1]);
  expect(interval(0, 0)).toEqual([0, 1]);
});
