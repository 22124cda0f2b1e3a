import { expect, test } from "vitest";
import { blendDensity, type DensityLayer, ownLand } from "./density";

const fieldOf = (...values: number[]) => ({ columns: values.length, rows: 1, cellPx: 1, values });
const layer = (letter: string | null, values: number[], heights: number[]): DensityLayer => ({
  letter,
  field: fieldOf(...values),
  heights,
});

test("own land is what the densest other group leaves of it, weighed 1.15 times", () => {
  const fields = [fieldOf(10, 4, 0), fieldOf(0, 4, 8), fieldOf(2, 0, 20)];
  const [first, second, third] = ownLand(fields, 0).values;
  expect(first).toBeCloseTo(10 - 2.3, 12);
  expect(second).toBeCloseTo(4 - 4.6, 12);
  expect(third).toBeCloseTo(-23, 12);
});

test("on the way each cell and each line is between the two", () => {
  const at = blendDensity([layer("A", [0, 8], [2, 4])], [layer("A", [4, 0], [6, 4])]);
  const [quarter] = at(0.25);
  expect(quarter?.field.values).toEqual([1, 6]);
  expect(quarter?.heights).toEqual([3, 4]);
});

test("a group that comes rises from nothing, one that goes sinks", () => {
  const at = blendDensity([layer("A", [8], [4])], [layer("B", [6], [2])]);
  const [a, b] = at(0.5);
  expect([a?.letter, a?.field.values, a?.heights]).toEqual(["A", [4], [2]]);
  expect([b?.letter, b?.field.values, b?.heights]).toEqual(["B", [3], [1]]);
});

test("everybody's land gives way to groups", () => {
  const at = blendDensity([layer(null, [8], [4])], [layer("A", [6], [2])]);
  expect(at(0.5).map(({ letter }) => letter)).toEqual(["A"]);
});
