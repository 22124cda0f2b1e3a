import fc from "fast-check";
import { expect, test } from "vitest";
import { orientMap, type Placement } from "./orientation";
import type { PreviousAnalysis } from "./previous-analysis";

type Matrix = PreviousAnalysis["frame"]["matrix"];
const placed = (
  points: readonly (readonly [number, number])[],
  loadings: [number[], number[]] = [[1], [1]],
): Placement => ({
  points: Float64Array.from(points.flat()),
  components: { loadings: [Float64Array.from(loadings[0]), Float64Array.from(loadings[1])] },
});
const show = (matrix: Matrix, [x, y]: readonly [number, number]): [number, number] => [
  matrix[0][0] * x + matrix[0][1] * y,
  matrix[1][0] * x + matrix[1][1] * y,
];
const straight: Matrix = [
  [1, 0],
  [0, 1],
];

function previousOf(points: readonly (readonly [number, number])[], matrix = straight) {
  return {
    frame: { matrix, letters: {}, k: 2, smoother: { lastK: 2, lastKCount: 1 } },
    participants: Int32Array.from(points.keys()),
    points: Float64Array.from(points.flat()),
    groupIds: new Int32Array(points.length).fill(-1),
  } satisfies PreviousAnalysis;
}

test("first, each axis points to where its largest loading is positive", () => {
  const newcomer = Int32Array.of(-1);
  const orient = (first: number[], second: number[]) =>
    orientMap(newcomer, placed([[1, 1]], [first, second]), undefined);
  expect(orient([0.1, -0.9, 0.2], [0.8, -0.7, 0])).toEqual([
    [-1, 0],
    [0, 1],
  ]);
  expect(orient([0.5, -0.5], [-0.5, 0.5])).toEqual([
    [1, 0],
    [0, -1],
  ]);
  expect(orient([], [])).toEqual(straight);
  expect(orientMap(newcomer, placed([[1, 1]]), previousOf([[0, 0]]))).toEqual(straight);
});

test("a map that was turned or mirrored is shown where it was", () => {
  // No smaller than a map can show: the squares of squares of 1e-81 are no numbers any more.
  const coordinate = fc.integer({ min: -3_000_000, max: 3_000_000 }).map((n) => n / 1_000_000);
  const cloud = fc.array(fc.tuple(coordinate, coordinate), { minLength: 3, maxLength: 12 });
  const turn = fc.tuple(fc.double({ min: 0, max: 6.2, noNaN: true }), fc.boolean());
  const matrixOf = ([angle, isMirrored]: [number, boolean]): Matrix => {
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    const flip = isMirrored ? -1 : 1;
    return [
      [c, -s * flip],
      [s, c * flip],
    ];
  };
  fc.assert(
    fc.property(cloud, turn, turn, (points, shownTurn, coreTurn) => {
      const previous = previousOf(points, matrixOf(shownTurn));
      const core = points.map((point) => show(matrixOf(coreTurn), point));
      const matrix = orientMap(Int32Array.from(points.keys()), placed(core), previous);
      const [[a, b], [c, d]] = matrix;
      expect(a * a + c * c).toBeCloseTo(1, 9);
      expect(a * b + c * d).toBeCloseTo(0, 9);
      expect(Math.abs(a * d - b * c)).toBeCloseTo(1, 9);
      points.forEach((point, i) => {
        const [x, y] = show(matrix, core[i]!);
        const [shownX, shownY] = show(previous.frame.matrix, point);
        expect(Math.abs(x - shownX)).toBeLessThan(1e-6);
        expect(Math.abs(y - shownY)).toBeLessThan(1e-6);
      });
    }),
  );
});

test("components that swapped are swapped back, whoever came or left", () => {
  const previous = previousOf([
    [2, 0.1],
    [-2, 0],
    [0, 1],
  ]);
  const rowsBefore = Int32Array.of(0, 1, 2, -1);
  const swapped = placed([
    [0.1, 2],
    [0, -2],
    [1, 0],
    [50, 50],
  ]);
  const matrix = orientMap(rowsBefore, swapped, previous);
  const [x, y] = show(matrix, [0, 2]);
  expect(x).toBeCloseTo(2, 2);
  expect(y).toBeCloseTo(0, 1);
});
