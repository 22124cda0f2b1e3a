import { expect, test } from "vitest";
import type { Point } from "./scene";
import { separateMarks } from "./separate-marks";

const marksAt = (...places: Point[]) => places.map((at) => ({ at }));

test("moves two close badges apart evenly and leaves a far one alone", () => {
  const [a, b, c] = separateMarks(marksAt([0, 0], [10, 0], [500, 0]), 30);
  expect(a!.at).toEqual([-10, 0]);
  expect(b!.at).toEqual([20, 0]);
  expect(c!.at).toEqual([500, 0]);
});

test("parts badges at the same place", () => {
  const [a, b] = separateMarks(marksAt([5, 5], [5, 5]), 20);
  expect(b!.at[0] - a!.at[0]).toBe(20);
});

test("changes nothing of what it is given", () => {
  const marks = marksAt([0, 0], [1, 0]);
  separateMarks(marks, 30);
  expect(marks).toEqual(marksAt([0, 0], [1, 0]));
});

test("keeps badges away from an obstacle", () => {
  const [near, far] = separateMarks(marksAt([10, 0], [500, 0]), 30, [0, 0]);
  expect(near!.at[0]).toBeGreaterThan(28);
  expect(far!.at).toEqual([500, 0]);
});
