import { expect, test } from "vitest";
import { createRandom, shuffle } from "../random";
import { gatherPlaces } from "./places";

const onPositions = { maxDistinctPlaces: 1000, cellsPerSide: 64 };
const onCells = { maxDistinctPlaces: 10, cellsPerSide: 64 };

function drawPoints(count: number): Float64Array {
  const random = createRandom(4);
  return Float64Array.from({ length: 2 * count }, () => 10 * random() * random());
}
const everyRow = (points: Float64Array) =>
  Int32Array.from({ length: points.length / 2 }, (_, row) => row);

test("equal positions are one place, in ascending order", () => {
  const points = Float64Array.of(2, 1, 0, 5, 2, 1, 2, 0, -0, 5);
  const places = gatherPlaces(points, Int32Array.of(0, 1, 2, 3, 4), onPositions);
  expect([...places.points]).toEqual([0, 5, 2, 0, 2, 1]);
  expect([...places.weights]).toEqual([2, 1, 2]);
  expect([...places.placeOfRow]).toEqual([2, 0, 2, 1, 0]);
});

test("only the given rows are gathered", () => {
  const places = gatherPlaces(Float64Array.of(1, 1, 2, 2, 3, 3), Int32Array.of(2, 0), onPositions);
  expect([...places.placeOfRow]).toEqual([0, -1, 1]);
  expect(gatherPlaces(Float64Array.of(1, 1), new Int32Array(0), onPositions)).toEqual({
    points: new Float64Array(0),
    weights: new Float64Array(0),
    placeOfRow: Int32Array.of(-1),
    areDistinct: true,
  });
});

test("cells stand where their people stand, up to the rounding", () => {
  const points = drawPoints(2000);
  const { placeOfRow, weights, points: places } = gatherPlaces(points, everyRow(points), onCells);
  expect(weights.length).toBeGreaterThan(100);
  expect(weights.length).toBeLessThanOrEqual(64 * 64);
  expect(weights.reduce((sum, weight) => sum + weight, 0)).toBe(2000);
  const sums = new Float64Array(places.length);
  placeOfRow.forEach((place, row) => {
    sums[2 * place]! += points[2 * row]!;
    sums[2 * place + 1]! += points[2 * row + 1]!;
  });
  const far = places.filter((x, i) => Math.abs(x - sums[i]! / weights[i >> 1]!) > 10 / 65_536);
  expect([...far]).toEqual([]);
});

test.each([
  ["positions", onPositions],
  ["cells", onCells],
])("the order of participants changes no bit of places that are %s", (_, rule) => {
  const points = drawPoints(900);
  const order = shuffle([...everyRow(points)], createRandom(8));
  const shuffled = Float64Array.from(
    order.flatMap((row) => [points[2 * row]!, points[2 * row + 1]!]),
  );
  const straight = gatherPlaces(points, everyRow(points), rule);
  const other = gatherPlaces(shuffled, everyRow(points), rule);
  expect(other.points).toEqual(straight.points);
  expect(other.weights).toEqual(straight.weights);
  expect([...other.placeOfRow]).toEqual(order.map((row) => straight.placeOfRow[row]!));
});
