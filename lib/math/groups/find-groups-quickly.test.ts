import { expect, test } from "vitest";
import { plenumParameters } from "../plenum/plenum-parameters";
import { createRandom } from "../random";
import { findGroups } from "./find-groups";
import { findGroupsQuickly } from "./find-groups-quickly";
import { gatherPlaces } from "./places";

const everyRow = (points: Float64Array) =>
  Int32Array.from({ length: points.length / 2 }, (_, row) => row);
const gather = (points: Float64Array) => gatherPlaces(points, everyRow(points), plenumParameters);
const findQuickly = (points: Float64Array) => findGroupsQuickly(gather(points), plenumParameters);

test("finds clear camps as the full search does", () => {
  const random = createRandom(3);
  const camps = [
    [0, 0],
    [0, 0],
    [9, 1],
    [2, 8],
  ];
  const points = Float64Array.from({ length: 2 * 800 }, (_, i) => {
    const camp = camps[(i >> 1) % camps.length]!;
    return camp[i & 1]! + random() + random();
  });
  const full = findGroups({ places: gather(points), candidates: [] }, plenumParameters);
  const quick = findQuickly(points);
  expect(quick.map(({ k }) => k)).toEqual([2, 3, 4, 5]);
  expect([...quick[1]!.groupOfRow]).toEqual([...full[1]!.groupOfRow]);
  expect(Math.abs(quick[1]!.silhouette - full[1]!.silhouette)).toBeLessThan(0.01);
});

test("nobody and one place are as in the full search", () => {
  expect(findQuickly(new Float64Array(0))).toEqual([]);
  const crowd = findQuickly(new Float64Array(2 * 500).fill(1));
  expect(crowd).toMatchObject([{ k: 2, count: 1, inertia: 0, silhouette: 0 }]);
});
