import { expect, test } from "vitest";
import type { DensityLayer } from "./density";
import { findHeart } from "./find-heart";

const row = (values: number[], heights: number[]): DensityLayer[] => [
  { letter: "A", field: { columns: values.length, rows: 1, cellPx: 10, values }, heights },
];

test("is the middle of the denser half", () => {
  expect(findHeart(row([1, 4, 4, 4, 1], [1, 2, 4]), 0)).toEqual([25, 5]);
});

test("is the densest place when the middle lies in the water", () => {
  expect(findHeart(row([4, 0, 0, 0, 5], [1, 2, 4]), 0)).toEqual([45, 5]);
});

test("is nowhere without land", () => {
  expect(findHeart(row([0, 0], [0, 0, 0]), 0)).toBeNull();
});
