import fc from "fast-check";
import { expect, test } from "vitest";
import { faceOneWay } from "./face-one-way";

const anyPoints = fc.array(
  fc.record({
    x: fc.integer({ min: -9, max: 9 }),
    y: fc.integer({ min: -9, max: 9 }),
    weight: fc.integer({ min: 1, max: 5 }),
  }),
);
type Points = typeof anyPoints extends fc.Arbitrary<infer Value> ? Value : never;

const toArrays = (points: Points) => ({
  points: Float64Array.from(points.flatMap(({ x, y }) => [x, y])),
  weights: Float64Array.from(points, ({ weight }) => weight),
});
const pairs = ({ points, weights }: { points: Float64Array; weights: Float64Array }) =>
  Array.from(weights, (weight, i) => [points[2 * i]!, points[2 * i + 1]!, weight]);

test("every mirror image faces the same way", () => {
  const isLopsided = (points: Points) =>
    points.reduce((sum, { x, weight }) => sum + weight * x ** 3, 0) !== 0 &&
    points.reduce((sum, { y, weight }) => sum + weight * y ** 3, 0) !== 0;
  fc.assert(
    fc.property(anyPoints.filter(isLopsided), (points) => {
      const byPlace = (from: Points) =>
        pairs(faceOneWay(toArrays(from))).sort(
          (a, b) => a[0]! - b[0]! || a[1]! - b[1]! || a[2]! - b[2]!,
        );
      const faced = byPlace(points);
      expect(byPlace(points.map(({ x, ...rest }) => ({ ...rest, x: 0 - x })))).toEqual(faced);
      expect(byPlace(points.map(({ y, ...rest }) => ({ ...rest, y: 0 - y })))).toEqual(faced);
      expect(byPlace(points.toReversed())).toEqual(faced);
    }),
  );
});

test("points ascend, and turning back gives those that came in, with their weights", () => {
  fc.assert(
    fc.property(anyPoints, (points) => {
      const { turnBack, ...faced } = faceOneWay(toArrays(points));
      const places = pairs(faced);
      expect(places).toEqual(places.toSorted((a, b) => a[0]! - b[0]! || a[1]! - b[1]!));
      const back = pairs({ points: turnBack(faced.points), weights: faced.weights });
      const inOrder = (list: number[][]) => list.map((entry) => entry.join()).sort();
      expect(inOrder(back)).toEqual(inOrder(pairs(toArrays(points))));
    }),
  );
});
