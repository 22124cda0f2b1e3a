import type { WeightedPoints } from "./summarize-points";

/** Groups around their centres. */
export interface Settled {
  /** x and y of each centre in turn; an empty group keeps the centre it had. */
  centers: Float64Array;
  /** Index of the nearest centre of each point, the first of equals. */
  groupOfPoint: Uint8Array;
}

/**
 * Lloyd's k-means: everybody to the nearest centre, every centre to the mean of its people, until
 * nothing moves.
 * @param start x and y of each centre in turn, at most 255
 * @param maxIterations steps at most
 * @see Lloyd 1982
 */
export function settleCenters(
  { points, weights }: WeightedPoints,
  start: Float64Array,
  maxIterations: number,
): Settled {
  const centers = start.slice();
  const groupOfPoint = new Uint8Array(weights.length);
  const sums = new Float64Array(centers.length);
  const masses = new Float64Array(centers.length / 2);
  for (let iteration = 0; iteration < maxIterations; iteration++) {
    sums.fill(0);
    masses.fill(0);
    let moved = iteration === 0 ? 1 : 0;
    for (let i = 0; i < weights.length; i++) {
      const x = points[2 * i]!;
      const y = points[2 * i + 1]!;
      const group = findNearest(centers, x, y, groupOfPoint[i]!);
      if (group !== groupOfPoint[i]) {
        groupOfPoint[i] = group;
        moved++;
      }
      const weight = weights[i]!;
      masses[group]! += weight;
      sums[2 * group]! += weight * x;
      sums[2 * group + 1]! += weight * y;
    }
    if (moved === 0) break;
    for (let group = 0; group < masses.length; group++) {
      if (masses[group] === 0) continue;
      centers[2 * group] = sums[2 * group]! / masses[group]!;
      centers[2 * group + 1] = sums[2 * group + 1]! / masses[group]!;
    }
  }
  return { centers, groupOfPoint };
}

/**
 * The nearest centre, the first of equals. Looking first at the one that it probably is spares the
 * processor wrong guesses, and not looking at it again a quarter of the time: 24 times 15 steps of
 * three centres on 384 points take 1.2 ms, and 1.4 with all in one loop.
 */
function findNearest(centers: Float64Array, x: number, y: number, guess: number): number {
  let nearest = guess;
  const guessX = x - centers[2 * guess]!;
  const guessY = y - centers[2 * guess + 1]!;
  let least = guessX * guessX + guessY * guessY;
  for (let c = 0; c < guess; c++) {
    const dx = x - centers[2 * c]!;
    const dy = y - centers[2 * c + 1]!;
    const square = dx * dx + dy * dy;
    if (square < least || (square === least && c < nearest)) {
      least = square;
      nearest = c;
    }
  }
  for (let c = guess + 1; 2 * c < centers.length; c++) {
    const dx = x - centers[2 * c]!;
    const dy = y - centers[2 * c + 1]!;
    const square = dx * dx + dy * dy;
    if (square < least) {
      least = square;
      nearest = c;
    }
  }
  return nearest;
}
