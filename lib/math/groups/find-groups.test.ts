import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plenumParameters } from "../plenum/plenum-parameters";
import { createRandom, type Random, shuffle } from "../random";
import { computeAdjustedRandIndex } from "./adjusted-rand-index";
import { findGroups, type GroupCandidate } from "./find-groups";
import { gatherPlaces } from "./places";
import { computeDistances, computeSilhouette } from "./silhouette";

const everyRow = (points: Float64Array) =>
  Int32Array.from({ length: points.length / 2 }, (_, i) => i);
const pointsAt = (...points: (readonly [number, number])[]) => Float64Array.from(points.flat());

function find(points: Float64Array, candidates: GroupCandidate[] = [], changes = {}) {
  const rule = { ...plenumParameters, ...changes };
  return findGroups({ places: gatherPlaces(points, everyRow(points), rule), candidates }, rule);
}

/** Camps of people around given places. */
function drawCamps(camps: readonly (readonly [x: number, y: number, size: number])[], seed = 1) {
  const random = createRandom(seed);
  const around = (center: number) => center + random() + random() - random() - random();
  return pointsAt(
    ...camps.flatMap(([x, y, size]) =>
      Array.from({ length: size }, () => [around(x), around(y)] as const),
    ),
  );
}

/** Few different coordinates, so that many people share a place and distances tie. */
const anyPoints = (): fc.Arbitrary<[number, number][]> =>
  fc.array(fc.tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -3, max: 3 })), {
    maxLength: 40,
  });

describe("groups that are there", () => {
  const camps = drawCamps([
    [0, 10, 20],
    [0, 0, 50],
    [10, 0, 30],
  ]);

  test("are found, the largest first", () => {
    const three = find(camps)[1]!;
    expect([three.k, three.count]).toEqual([3, 3]);
    const expected = [...Array(20).fill(2), ...Array(50).fill(0), ...Array(30).fill(1)];
    expect([...three.groupOfRow]).toEqual(expected);
    const silhouettes = find(camps).map(({ silhouette }) => silhouette);
    expect(Math.max(...silhouettes)).toBe(silhouettes[1]);
  });

  test("are the same on the cells of a grid", () => {
    const coarse = find(camps, [], { maxDistinctPlaces: 50, cellsPerSide: 64 });
    expect([...coarse[1]!.groupOfRow]).toEqual([...find(camps)[1]!.groupOfRow]);
  });

  test("ignore who is not clustered", () => {
    const rows = everyRow(camps).filter((row) => row !== 3 && row < 90);
    const places = gatherPlaces(camps, rows, plenumParameters);
    const { groupOfRow } = findGroups({ places, candidates: [] }, plenumParameters)[1]!;
    expect(groupOfRow[3]).toBe(-1);
    expect([...groupOfRow.subarray(90)]).toEqual(Array(10).fill(-1));
    expect(groupOfRow.filter((group) => group === -1)).toHaveLength(11);
  });
});

describe("few positions", () => {
  test("nobody makes no groups", () => {
    expect(find(pointsAt())).toEqual([]);
  });

  test("one place makes one group", () => {
    const [only, ...more] = find(pointsAt([2, 1], [2, 1], [2, 1]));
    expect(more).toEqual([]);
    expect(only).toMatchObject({ k: 2, count: 1, inertia: 0, silhouette: 0 });
    expect([...only!.groupOfRow]).toEqual([0, 0, 0]);
  });

  test("two identical camps make two groups, the left one first", () => {
    const [two] = find(pointsAt([1, 0], [1, 0], [-1, 0], [-1, 0]));
    expect(two).toMatchObject({ k: 2, count: 2, inertia: 0, silhouette: 1 });
    expect([...two!.groupOfRow]).toEqual([1, 1, 0, 0]);
  });
});

test("the number of groups asked for grows with the number of places", () => {
  const line = (count: number) =>
    pointsAt(...Array.from({ length: count }, (_, i) => [i, 0] as const));
  const largest = (count: number) => find(line(count)).at(-1)?.k;
  expect([2, 11, 12, 23, 24, 36, 200].map(largest)).toEqual([2, 2, 3, 3, 4, 5, 5]);
});

describe("any positions", () => {
  test("make valid groups, measured as by the definitions", () => {
    fc.assert(
      fc.property(anyPoints(), (points) => {
        const flat = pointsAt(...points);
        const distinct = new Set(points.map(String)).size;
        for (const { k, count, groupOfRow, centers, inertia, silhouette } of find(flat)) {
          const sizes = Array.from({ length: count }, (_, group) => sizeOf(groupOfRow, group));
          expect(count).toBe(Math.min(k, distinct));
          expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
          expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(points.length);
          expect(centers).toHaveLength(2 * count);
          expect(inertia).toBeCloseTo(sumSquares(flat, groupOfRow), 9);
          const dense = computeSilhouette(computeDistances(flat), groupOfRow, count);
          expect(silhouette).toBeCloseTo(dense, 9);
        }
      }),
    );
  });

  test("give the same groups in any order of participants", () => {
    fc.assert(
      fc.property(anyPoints(), fc.integer(), (points, seed) => {
        const order = shuffle([...points.keys()], createRandom(seed));
        const straight = find(pointsAt(...points));
        const shuffled = find(pointsAt(...order.map((row) => points[row]!)));
        expect(shuffled).toEqual(
          straight.map((choice) => ({
            ...choice,
            groupOfRow: Int32Array.from(order, (row) => choice.groupOfRow[row]!),
          })),
        );
      }),
    );
  });

  test("are put into the same groups by ml-kmeans and by our weighted k-means", () => {
    fc.assert(
      fc.property(anyPoints(), (points) => {
        const flat = pointsAt(...points);
        const byLibrary = find(flat, [], { maxLibraryParticipants: points.length });
        expect(find(flat, [], { maxLibraryParticipants: -1 })).toEqual(byLibrary);
      }),
    );
  });

  test("have no more inertia than the candidate, and the best no lower silhouette", () => {
    fc.assert(
      fc.property(anyPoints(), fc.integer(), (points, seed) => {
        const flat = pointsAt(...points);
        const groupOfRow = cutAtRandom(points, createRandom(seed));
        const choices = find(flat, [{ k: 3, groupOfRow }]);
        const same = choices.find(({ k }) => k === 3);
        if (!same) return;
        const slack = 1e-9;
        const theirs = computeSilhouette(computeDistances(flat), groupOfRow, 3);
        expect(same.inertia).toBeLessThan(sumSquares(flat, groupOfRow) + slack);
        const best = Math.max(...choices.map(({ silhouette }) => silhouette));
        expect(best).toBeGreaterThan(theirs - slack);
      }),
    );
  });
});

test("a candidate of higher silhouette is kept, though it has more inertia", () => {
  // Halving the line saves most inertia, but the three far away stand out more.
  const line = Array.from({ length: 300 }, (_, i) => [i / 30 - 5, 0] as const);
  const points = pointsAt(...line, [0, 15], [0, 15.1], [0, 15.2]);
  const groupOfRow = Int32Array.from({ length: 303 }, (_, row) => (row < 300 ? 0 : 1));
  const free = find(points)[0]!;
  const bound = find(points, [{ k: 2, groupOfRow }])[0]!;
  expect(free.silhouette).toBeLessThan(bound.silhouette);
  expect(free.inertia).toBeLessThan(bound.inertia);
  expect(computeAdjustedRandIndex(bound.groupOfRow, groupOfRow)).toBe(1);
});

test("a candidate that leaves somebody out is ignored", () => {
  const points = pointsAt([0, 0], [1, 0], [5, 0], [6, 0]);
  const groupOfRow = Int32Array.of(0, 1, 0, -1);
  expect(find(points, [{ k: 2, groupOfRow }])).toEqual(find(points));
});

/** Everybody to the nearest of three places. */
function cutAtRandom(points: readonly [number, number][], random: Random): Int32Array {
  const centers = Array.from({ length: 3 }, () => [6 * random() - 3, 6 * random() - 3] as const);
  return Int32Array.from(points, ([x, y]) => {
    const squares = centers.map(([a, b]) => (x - a) ** 2 + (y - b) ** 2);
    return squares.indexOf(Math.min(...squares));
  });
}

function sizeOf(groupOfRow: Int32Array, group: number): number {
  return groupOfRow.filter((own) => own === group).length;
}

function sumSquares(points: Float64Array, groupOfRow: Int32Array): number {
  let sum = 0;
  for (const group of new Set(groupOfRow)) {
    const rows = everyRow(points).filter((row) => groupOfRow[row] === group);
    for (const axis of [0, 1]) {
      const coordinates = [...rows].map((row) => points[2 * row + axis]!);
      const mean = coordinates.reduce((a, b) => a + b, 0) / rows.length;
      sum += coordinates.reduce((total, value) => total + (value - mean) ** 2, 0);
    }
  }
  return sum;
}
