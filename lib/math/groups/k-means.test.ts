import { describe, expect, test } from "vitest";
import { type Centers, kMeans, takeDistinctPoints } from "./k-means";

const centersAt = (...points: [number, number][]): Centers => ({
  ids: Int32Array.from(points.keys()),
  coordinates: Float64Array.from(points.flat()),
});
const pointsAt = (...points: [number, number][]) => Float64Array.from(points.flat());
const patient = { maxIterations: 100, tolerance: 0.01 };

describe("where it starts", () => {
  test("takes the first distinct points in order", () => {
    const start = takeDistinctPoints(pointsAt([1, 1], [1, 1], [2, 0], [1, 1], [3, 0]), 2);
    expect([...start.coordinates]).toEqual([1, 1, 2, 0]);
    expect([...start.ids]).toEqual([0, 1]);
  });

  test("takes fewer when there are not as many distinct points", () => {
    expect(takeDistinctPoints(pointsAt([1, 1], [1, 1]), 5).ids).toHaveLength(1);
    expect(takeDistinctPoints(pointsAt(), 5).ids).toHaveLength(0);
  });
});

test("finds two camps from bad seeds", () => {
  const points = pointsAt([0, 0], [0, 1], [10, 0], [10, 1]);
  const found = kMeans({ points, start: takeDistinctPoints(points, 2), ...patient });
  // The seeds are (0,0) and (0,1): the iteration stays in that optimum, rows against rows.
  expect([...found.assignment]).toEqual([0, 1, 0, 1]);
  expect([...found.coordinates]).toEqual([5, 0, 5, 1]);
  const better = kMeans({ points, start: centersAt([1, 0], [9, 0]), ...patient });
  expect([...better.assignment]).toEqual([0, 0, 1, 1]);
});

test("gives a point between two centres to the later one", () => {
  const points = pointsAt([-1, 0], [0, 0], [1, 0]);
  const found = kMeans({ points, start: centersAt([-1, 0], [1, 0]), ...patient, maxIterations: 0 });
  expect([...found.assignment]).toEqual([0, 1, 1]);
});

test("drops a cluster that nobody is nearest to, and its id", () => {
  const points = pointsAt([0, 0], [1, 0], [9, 0]);
  const found = kMeans({ points, start: centersAt([0.5, 0], [100, 100], [9, 0]), ...patient });
  expect([...found.ids]).toEqual([0, 2]);
  expect([...found.assignment]).toEqual([0, 0, 1]);
});

test("weights move the means, not who belongs where", () => {
  const points = pointsAt([0, 0], [4, 0], [20, 0]);
  const weights = Float64Array.of(3, 1, 5);
  const found = kMeans({ points, weights, start: centersAt([0, 0], [20, 0]), ...patient });
  expect([...found.assignment]).toEqual([0, 0, 1]);
  expect([...found.coordinates]).toEqual([1, 0, 20, 0]);
});

const creeping = pointsAt([0, 0], [1.5, 0], [6.5, 0]);
const creepingStart = centersAt([-1, 0], [3.9, 0]);

test("stops as soon as no centre moves as far as the tolerance", () => {
  // The first step moves the centres to 0 and 4, the second would take 1.5 over to the left.
  const still = kMeans({ points: creeping, start: creepingStart, ...patient, tolerance: 1.5 });
  const moving = kMeans({ points: creeping, start: creepingStart, ...patient });
  expect([...still.assignment]).toEqual([0, 1, 1]);
  expect([...moving.assignment]).toEqual([0, 0, 1]);
});

test("makes one step more than maxIterations", () => {
  const steps = (maxIterations: number) => [
    ...kMeans({ points: creeping, start: creepingStart, ...patient, maxIterations }).coordinates,
  ];
  expect(steps(0)).toEqual([0, 0, 4, 0]);
  expect(steps(1)).toEqual([0.75, 0, 6.5, 0]);
});

test("no points make no clusters, and points need a centre", () => {
  const none = kMeans({ points: pointsAt(), start: centersAt(), ...patient });
  expect(none.ids).toHaveLength(0);
  expect(() => kMeans({ points: pointsAt([0, 0]), start: centersAt(), ...patient })).toThrow(
    RangeError,
  );
});
