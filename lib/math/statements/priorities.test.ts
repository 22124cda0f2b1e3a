import { expect, test } from "vitest";
import { computePriority, halveEveryFive } from "./priorities";

test("the weight of few votes halves every five votes", () => {
  for (let votes = 0; votes <= 200; votes++) {
    expect(Math.abs(halveEveryFive(votes) / 2 ** (-votes / 5) - 1)).toBeLessThan(1e-14);
  }
  expect(halveEveryFive(10_000_000)).toBe(0);
});

test("an unseen statement has (2.25 (E + 1))^2", () => {
  const unseen = { agrees: 0, disagrees: 0, seen: 0, isMetadata: false };
  expect(computePriority({ ...unseen, extremity: 0 })).toBeCloseTo(2.25 ** 2, 12);
  expect(computePriority({ ...unseen, extremity: 1.5 })).toBeCloseTo((2.25 * 2.5) ** 2, 12);
});

test("agreement raises it, passes and votes lower it, metadata is flat", () => {
  const base = { agrees: 5, disagrees: 3, seen: 10, extremity: 1, isMetadata: false };
  const priority = computePriority(base);
  // A = 5, P = 2, S = 10: (1 - 3/12) * 2 * 6/12 * (1 + 8/4), squared
  expect(priority).toBeCloseTo((0.75 * 2 * 0.5 * 3) ** 2, 12);
  expect(computePriority({ ...base, agrees: 6, disagrees: 2 })).toBeGreaterThan(priority);
  expect(computePriority({ ...base, disagrees: 2 })).toBeLessThan(priority);
  expect(computePriority({ ...base, isMetadata: true })).toBe(49);
});
