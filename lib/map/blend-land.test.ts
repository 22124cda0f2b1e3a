import { expect, test } from "vitest";
import { blendLand } from "./blend-land";
import { layoutOpinionMap } from "./layout-opinion-map";
import type { Land } from "./shape-islands";
import { createSource, twoCamps } from "./testing-source";

const size = { width: 840, height: 600 };
const from = layoutOpinionMap(twoCamps(), size);
const shifted = twoCamps();
shifted.baseClusters = shifted.baseClusters.map((cluster, index) =>
  index % 3 === 0 ? { ...cluster, center: [cluster.center[0], cluster.center[1] + 0.4] } : cluster,
);
const to = layoutOpinionMap(shifted, size);

test("one part of the land is drawn anew at a time, all of it in as many frames as there are parts", () => {
  const at = blendLand(from, to);
  const first = at(0.2);
  expect(first.islands[0]).not.toBe(from.islands[0]);
  expect(first.islands[1]).toBe(from.islands[1]);
  expect(first.shallows).toEqual(from.shallows);
  const second = at(0.3);
  expect(second.islands[0]).toBe(first.islands[0]);
  expect(second.islands[1]).not.toBe(from.islands[1]);
  expect(second.shallows).toEqual(from.shallows);
  const isNew = (land: Land) => land.shallows.map((line, index) => line !== from.shallows[index]);
  expect(isNew(at(0.4))).toEqual([true, false, false]);
  expect(isNew(at(0.5))).toEqual([true, true, false]);
  const fifth = at(0.6);
  expect(isNew(fifth)).toEqual([true, true, true]);
  expect(fifth.islands).toEqual(second.islands);
  expect(at(0.7).islands[0]).not.toBe(second.islands[0]);
});

test("land that was not there before is drawn at once", () => {
  const at = blendLand(layoutOpinionMap(createSource([]), size), to);
  const { islands, shallows } = at(0.1);
  expect(islands.map(({ letter }) => letter)).toEqual(["A", "B"]);
  expect(shallows.join("")).toMatch(/^M/);
});
