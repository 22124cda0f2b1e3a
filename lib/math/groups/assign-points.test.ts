import fc from "fast-check";
import { expect, test } from "vitest";
import { createAssigner } from "./assign-points";

/** The nearest centre of each point by comparing with all, the later of equals. */
function assignPlainly(points: Float64Array, centers: Float64Array): Int32Array {
  return Int32Array.from({ length: points.length / 2 }, (_, point) => {
    let best = 0;
    let bestSquare = Number.POSITIVE_INFINITY;
    for (let center = 0; center < centers.length / 2; center++) {
      const dx = points[2 * point]! - centers[2 * center]!;
      const dy = points[2 * point + 1]! - centers[2 * center + 1]!;
      const square = dx * dx + dy * dy;
      if (square > bestSquare) continue;
      best = center;
      bestSquare = square;
    }
    return best;
  });
}

/** On a lattice many points are as near to one centre as to another. */
const lattice = fc.integer({ min: -4, max: 4 }).map((n) => n / 2);
const anywhere = fc.double({ min: -1e3, max: 1e3, noNaN: true });
const pairs = (coordinate: fc.Arbitrary<number>, minLength: number, maxLength: number) =>
  fc
    .array(fc.tuple(coordinate, coordinate), { minLength, maxLength })
    .map((list) => Float64Array.from(list.flat()));

test.each([
  ["on a lattice", lattice],
  ["anywhere", anywhere],
])(
  "points %s get the centres they would get by comparing with all, wherever those move",
  (_, at) => {
    const steps = fc.array(
      fc.tuple(pairs(at, 12, 12), fc.double({ min: 0, max: 1, noNaN: true })),
      {
        minLength: 1,
        maxLength: 6,
      },
    );
    fc.assert(
      fc.property(pairs(at, 0, 60), pairs(at, 12, 12), steps, (points, start, moves) => {
        const assign = createAssigner(points);
        const everyCenter = Int32Array.from({ length: 12 }, (_, center) => center);
        let centers = start;
        let assignment = assign(centers);
        expect(assignment).toEqual(assignPlainly(points, centers));
        for (const [target, share] of moves) {
          // Small moves leave most points where they are, which is what is not compared.
          centers = centers.map(
            (x, i) => x + (share < 0.5 ? share / 50 : share) * (target[i]! - x),
          );
          assignment = assign(centers, { source: everyCenter, assignment });
          expect(assignment).toEqual(assignPlainly(points, centers));
        }
      }),
    );
  },
);

test("centres may be dropped between calls", () => {
  const points = Float64Array.of(0, 0, 1, 0, 2, 0, 10, 0);
  const assign = createAssigner(points);
  const first = assign(Float64Array.of(0, 0, 50, 50, 2, 0, 10, 0));
  expect([...first]).toEqual([0, 2, 2, 3]);
  const source = Int32Array.of(0, 2, 3);
  const second = assign(Float64Array.of(0, 0, 1.5, 0, 10, 0), {
    source,
    assignment: Int32Array.of(0, 1, 1, 2),
  });
  expect([...second]).toEqual([0, 1, 1, 2]);
});
