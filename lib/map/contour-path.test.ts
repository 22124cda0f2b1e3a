import { expect, test } from "vitest";
import { contourPath } from "./contour-path";
import { createField } from "./density-field";

/** A single high cell; its middle is at (column + 0.5, row + 0.5) cells. */
function hill(column: number, row: number) {
  const field = createField({ width: 80, height: 60 }, 10);
  field.values[row * field.columns + column] = 4;
  return field;
}

/** Absolute corners of a path of relative steps. */
function corners(path: string): string[] {
  let [x, y] = [0, 0];
  return path
    .slice(1, -1)
    .split("l")
    .map((step) => {
      const [dx, dy] = step.split(",").map(Number);
      [x, y] = [x + dx!, y + dy!];
      return `${x},${y}`;
    })
    .sort();
}

test("the line at half the height of a lone hill runs halfway to its neighbours, wherever it is", () => {
  // Middle (55, 35), neighbours 10 px away.
  expect(corners(contourPath(hill(5, 3), 2))).toEqual(["50,35", "55,30", "55,40", "60,35"]);
  expect(corners(contourPath(hill(1, 1), 2))).toEqual(["10,15", "15,10", "15,20", "20,15"]);
  // A quarter of the way up is three quarters of the way out.
  expect(corners(contourPath(hill(5, 3), 1))).toContain("62.5,35");
});

test("land at the edge of the drawing ends there", () => {
  for (const corner of corners(contourPath(hill(0, 0), 2))) {
    const [x, y] = corner.split(",").map(Number);
    expect(x).toBeGreaterThanOrEqual(0);
    expect(y).toBeGreaterThanOrEqual(0);
    expect(Math.max(x!, y!)).toBeLessThanOrEqual(10);
  }
});

test("nothing is that high", () => {
  expect(contourPath(hill(5, 3), 5)).toBe("");
  expect(contourPath(createField({ width: 80, height: 60 }, 10), 1)).toBe("");
});
