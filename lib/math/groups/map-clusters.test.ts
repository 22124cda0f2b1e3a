import fc from "fast-check";
import { expect, test } from "vitest";
import { plenumParameters } from "../plenum/plenum-parameters";
import { createRandom } from "../random";
import { formMapClusters } from "./map-clusters";
import { gatherPlaces } from "./places";

const everyRow = (points: Float64Array) =>
  Int32Array.from({ length: points.length / 2 }, (_, i) => i);
const form = (points: Float64Array, groupOfRow: Int32Array | null = null, baseClusters = 100) =>
  formMapClusters(gatherPlaces(points, everyRow(points), plenumParameters), groupOfRow, {
    baseClusters,
  });

/** Positions of a crowd, and two groups with a border through its middle. */
function drawCrowd(size: number, seed = 1) {
  const random = createRandom(seed);
  const points = Float64Array.from({ length: 2 * size }, () => random() + random() - 1);
  return { points, groupOfRow: everyRow(points).map((row) => (points[2 * row]! < 0 ? 1 : 0)) };
}

test("nobody makes no clusters", () => {
  const none = form(new Float64Array(0));
  expect([none.ids.length, none.clusterOfRow.length]).toEqual([0, 0]);
});

test("each place is its own cluster while there are no more than the limit", () => {
  const { ids, counts, centers, groups, clusterOfRow } = form(Float64Array.of(3, 1, 0, 0, 3, 1));
  expect(ids).toHaveLength(2);
  expect([...clusterOfRow]).toEqual([1, 0, 1]);
  expect([...counts]).toEqual([1, 2]);
  expect([...centers]).toEqual([0, 0, 3, 1]);
  expect([...groups]).toEqual([-1, -1]);
});

test("a crowd makes as many clusters as allowed, none across a border", () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 2, max: 100 }), (seed, limit) => {
      const { points, groupOfRow } = drawCrowd(300, seed);
      const clusters = form(points, groupOfRow, limit);
      expect(clusters.ids).toHaveLength(limit);
      expect([...clusters.ids]).toEqual([...new Set(clusters.ids)].sort((a, b) => a - b));
      const found = new Int32Array(limit);
      clusters.clusterOfRow.forEach((cluster, row) => {
        expect(clusters.groups[cluster]).toBe(groupOfRow[row]);
        found[cluster]! += 1;
      });
      expect(found).toEqual(clusters.counts);
    }),
    { numRuns: 20 },
  );
});

test("ids in a group do not change with what happens in another, but where cells are cut on or joined", () => {
  const { points, groupOfRow } = drawCrowd(400);
  const doubled = Float64Array.from(points, (x, i) => (groupOfRow[i >> 1] === 1 ? 2 * x : x));
  const [before, after] = [form(points, groupOfRow), form(doubled, groupOfRow)];
  const isWithin = (inner: number, outer: number): boolean =>
    inner === outer || (inner > outer && isWithin(inner >> 1, outer));
  const rows = [...everyRow(points)].filter((row) => groupOfRow[row] === 0);
  const ids = rows.map((row) => [
    before.ids[before.clusterOfRow[row]!]!,
    after.ids[after.clusterOfRow[row]!]!,
  ]);
  expect(ids.filter(([a, b]) => a !== b).length).toBeGreaterThan(0);
  expect(ids.every(([a, b]) => isWithin(Math.max(a!, b!), Math.min(a!, b!)))).toBe(true);
});
