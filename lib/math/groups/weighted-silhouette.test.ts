import { expect, test } from "vitest";
import { createRandom } from "../random";
import { formPlaceGroups } from "./place-groups";
import { measureSilhouettes } from "./place-silhouettes";
import { computeDistances, computeSilhouette } from "./silhouette";
import { splitIntoCells } from "./split-cells";
import { computeSilhouettes } from "./weighted-silhouette";

test("a point of weight 3 counts as three people", () => {
  const people = Float64Array.of(0, 0, 0, 0, 0, 0, 1, 0, 4, 1, 5, 3, 5, 3);
  const points = Float64Array.of(0, 0, 1, 0, 4, 1, 5, 3);
  const weights = Float64Array.of(3, 1, 1, 2);
  const [two, three] = computeSilhouettes({ points, weights }, [
    { groupOfPoint: [0, 0, 1, 1], count: 2 },
    { groupOfPoint: [0, 1, 1, 2], count: 3 },
  ]);
  const distances = computeDistances(people);
  const dense = (groups: number[], count: number) =>
    computeSilhouette(distances, Int32Array.from(groups), count);
  expect(two).toBeCloseTo(dense([0, 0, 0, 0, 1, 1, 1], 2), 12);
  expect(three).toBeCloseTo(dense([0, 0, 0, 1, 1, 2, 2], 3), 12);
});

test("alone, together and nowhere count 0", () => {
  const at = (points: number[], weights: number[], groupOfPoint: number[], count: number) =>
    computeSilhouettes({ points: Float64Array.from(points), weights: Float64Array.from(weights) }, [
      { groupOfPoint, count },
    ])[0];
  expect(at([], [], [], 0)).toBe(0);
  expect(at([0, 0, 1, 1], [1, 1], [0, 0], 1)).toBe(0);
  expect(at([0, 0, 1, 1], [1, 1], [0, 1], 2)).toBe(0);
  expect(at([0, 0, 1, 1], [2, 2], [0, 1], 2)).toBe(1);
});

test("cells stand for the people in them", () => {
  const random = createRandom(2);
  const camp = () => random() + random() + random();
  const points = Float64Array.from({ length: 2 * 1500 }, (_, i) => camp() + (i % 3 === 0 ? 2 : 0));
  const weights = new Float64Array(1500).fill(1);
  const places = { points, weights };
  const groups = formPlaceGroups(
    places,
    Uint8Array.from(weights, (_, i) => (points[2 * i]! > 2.5 ? 1 : 0)),
    2,
  );
  const exact = measureSilhouettes(places, null, [groups]).get(groups)!;
  const estimate = measureSilhouettes(places, splitIntoCells(places, 100), [groups]).get(groups)!;
  expect(Math.abs(estimate - exact)).toBeLessThan(0.003);
});
