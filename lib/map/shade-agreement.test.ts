import { expect, test } from "vitest";
import { createScene } from "./create-scene";
import { findAreas, leanOf } from "./lean";
import { shadeAgreement } from "./shade-agreement";
import { createSource } from "./testing-source";

const scene = createScene(
  createSource([
    { at: [-2, 0], group: 0, count: 10, id: 1 },
    { at: [2, 0], group: 1, count: 10, id: 2 },
  ]),
  { width: 840, height: 600 },
);
const area = (clusters: number[], agrees: number, disagrees: number, passes = 0) => ({
  clusters,
  agrees,
  disagrees,
  passes,
});
const xOf = (path: string) => Number(/^M([\d.-]+)/.exec(path)?.[1]);

test("shades the west for agreement and the east for disagreement, each in two strengths", () => {
  const shades = shadeAgreement(scene, [area([1], 9, 1), area([2], 1, 9)], 6);
  expect(shades.map(({ side }) => side)).toEqual(["agree", "disagree", "agree", "disagree"]);
  for (const { side, path } of shades) expect(xOf(path) < 420).toBe(side === "agree");
});

test("a majority of less than 60 points is shaded once, and an even split not at all", () => {
  const shades = shadeAgreement(scene, [area([1], 7, 3), area([2], 5, 5)], 6);
  expect(shades.map(({ side }) => side)).toEqual(["agree"]);
});

test("nothing is shaded where nobody told", () => {
  expect(shadeAgreement(scene, [], 6)).toEqual([]);
});

test("a place leans to the side of more than half of its voters", () => {
  expect(leanOf(area([1], 3, 1, 1))).toBe("agree");
  expect(leanOf(area([1], 2, 3))).toBe("disagree");
  expect(leanOf(area([1], 2, 2, 1))).toBe("mixed");
  expect(leanOf(area([1], 3, 0, 3))).toBe("mixed");
});

test("every base cluster finds its area", () => {
  const both = area([4, 7], 5, 0);
  const areaOf = findAreas([both, area([9], 0, 5)]);
  expect(areaOf.get(7)).toBe(both);
  expect(areaOf.get(1)).toBeUndefined();
});
