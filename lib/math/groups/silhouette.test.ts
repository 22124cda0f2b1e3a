import { expect, test } from "vitest";
import { computeDistances, computeSilhouette } from "./silhouette";

test("equals the definition worked out by hand", () => {
  // Points 0 and 2 | 10 and 12 on a line: a = 2, b = 11 or 9 for the outer and inner ones.
  const distances = computeDistances(Float64Array.of(0, 0, 2, 0, 10, 0, 12, 0));
  const outer = (11 - 2) / 11;
  const inner = (9 - 2) / 9;
  expect(computeSilhouette(distances, Int32Array.of(0, 0, 1, 1), 2)).toBeCloseTo(
    (2 * outer + 2 * inner) / 4,
    12,
  );
});

test("somebody alone in a cluster counts 0", () => {
  const distances = computeDistances(Float64Array.of(0, 0, 3, 4, 30, 40));
  const own = (x: number, y: number) => (y - x) / Math.max(x, y);
  expect(computeSilhouette(distances, Int32Array.of(0, 0, 1), 2)).toBeCloseTo(
    (own(5, 50) + own(5, 45)) / 3,
    12,
  );
  expect(computeSilhouette(distances, Int32Array.of(0, 1, 2), 3)).toBe(0);
});

test("one cluster, points in one place, and no points count 0", () => {
  const apart = computeDistances(Float64Array.of(0, 0, 1, 0));
  expect(computeSilhouette(apart, Int32Array.of(0, 0), 1)).toBe(0);
  const together = computeDistances(new Float64Array(8));
  expect(computeSilhouette(together, Int32Array.of(0, 0, 1, 1), 2)).toBe(0);
  expect(computeSilhouette(new Float64Array(0), new Int32Array(0), 0)).toBe(0);
});
