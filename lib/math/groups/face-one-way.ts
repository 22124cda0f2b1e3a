import type { WeightedPoints } from "./summarize-points";

/** Points turned so that a map and its mirror images are the same points. */
export interface FacedPoints extends WeightedPoints {
  /** Undoes the turn: from coordinates among the faced points to those among the given ones. */
  turnBack(coordinates: Float64Array): Float64Array;
}

/**
 * Mirrors points along each axis on which their sum of cubes is negative, and sorts them by x, then
 * y: what is drawn from them does not depend on which side is called agreement, nor on their order.
 * The sign of an axis is open, and so is which way round a symmetric map lies.
 */
export function faceOneWay({ points, weights }: WeightedPoints): FacedPoints {
  const isMirrored = sumCubes({ points, weights }).map((sum) => sum < 0);
  const turn = (coordinates: Float64Array) =>
    coordinates.map((value, index) => (isMirrored[index & 1] ? 0 - value : value));
  const turned = turn(points);
  const order = Uint32Array.from(weights.keys()).sort(
    (a, b) => turned[2 * a]! - turned[2 * b]! || turned[2 * a + 1]! - turned[2 * b + 1]!,
  );
  const sorted = new Float64Array(points.length);
  order.forEach((from, to) => {
    sorted[2 * to] = turned[2 * from]!;
    sorted[2 * to + 1] = turned[2 * from + 1]!;
  });
  return {
    points: sorted,
    weights: Float64Array.from(order, (from) => weights[from]!),
    turnBack: turn,
  };
}

function sumCubes({ points, weights }: WeightedPoints): [x: number, y: number] {
  const sums: [number, number] = [0, 0];
  for (let i = 0; i < weights.length; i++) {
    const x = points[2 * i]!;
    const y = points[2 * i + 1]!;
    sums[0] += weights[i]! * x * x * x;
    sums[1] += weights[i]! * y * y * y;
  }
  return sums;
}
