import { expect, test } from "vitest";
import { exponential, hyperbolicTangent, logarithm } from "./elementary-functions";

const points = Array.from({ length: 161 }, (_, index) => (index - 80) / 2);

test("agree with the engine's own functions", () => {
  for (const x of points) {
    expect(Math.abs(exponential(x) / Math.exp(x) - 1)).toBeLessThan(1e-11);
    expect(Math.abs(hyperbolicTangent(x) - Math.tanh(x))).toBeLessThan(1e-11);
    expect(Math.abs(logarithm(Math.exp(x)) - x)).toBeLessThan(1e-12);
  }
  for (const x of [0.69, 0.7, 0.71, 1, 1.39, 1.4, 1.41]) {
    expect(Math.abs(logarithm(x) - Math.log(x))).toBeLessThan(1e-14);
  }
});

test("stay finite far out", () => {
  expect(exponential(1000)).toBe(exponential(40));
  expect(exponential(-1000)).toBeGreaterThan(0);
  expect(hyperbolicTangent(1000)).toBe(1);
  expect(hyperbolicTangent(-1000)).toBe(-1);
});
