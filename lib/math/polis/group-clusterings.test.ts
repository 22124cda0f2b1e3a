import { expect, test } from "vitest";
import { clusterIntoGroups } from "./group-clusterings";
import { polisParameters } from "./polis-parameters";

/** `count` points on a line, all different. */
function counts(count: number): number[] {
  const centers = Float64Array.from({ length: 2 * count }, (_, i) => (i % 2 === 0 ? i : 0));
  const members = Array.from({ length: count }, (_, row) => [row]);
  return clusterIntoGroups({ centers, members }, polisParameters).map(({ k }) => k);
}

test("twelve base clusters more allow one group more, up to five", () => {
  expect(counts(0)).toEqual([]);
  expect(counts(1)).toEqual([2]);
  expect(counts(11)).toEqual([2]);
  expect(counts(12)).toEqual([2, 3]);
  expect(counts(24)).toEqual([2, 3, 4]);
  expect(counts(36)).toEqual([2, 3, 4, 5]);
  expect(counts(100)).toEqual([2, 3, 4, 5]);
});

test("more groups than places make as many as there are places", () => {
  const [pair] = clusterIntoGroups(
    { centers: Float64Array.of(1, 1), members: [[0, 1, 2]] },
    polisParameters,
  );
  expect([...pair!.clustering.ids]).toEqual([0]);
  expect(pair!.silhouette).toBe(0);
});
