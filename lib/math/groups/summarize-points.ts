import { splitIntoCells } from "./split-cells";

/** Points and how many participants each stands for. */
export interface WeightedPoints {
  /** x and y of each point in turn. */
  points: Float64Array;
  /** Above 0. */
  weights: Float64Array;
}

/**
 * One point for each part: the mean of its points, with their weight.
 * @param partOfPoint 0 to count - 1; every part has points
 */
export function averageParts(
  { points, weights }: WeightedPoints,
  partOfPoint: ArrayLike<number>,
  count: number,
): WeightedPoints {
  const sums = new Float64Array(2 * count);
  const masses = new Float64Array(count);
  for (let i = 0; i < weights.length; i++) {
    const part = partOfPoint[i]!;
    const weight = weights[i]!;
    masses[part]! += weight;
    sums[2 * part]! += weight * points[2 * i]!;
    sums[2 * part + 1]! += weight * points[2 * i + 1]!;
  }
  return { points: sums.map((sum, index) => sum / masses[index >> 1]!), weights: masses };
}

/**
 * At most `limit` points that stand for the given ones; these themselves when they are not more.
 * @see splitIntoCells
 */
export function summarizePoints(points: WeightedPoints, limit: number): WeightedPoints {
  if (points.weights.length <= limit) return points;
  const { cellOfPoint, count } = splitIntoCells(points, limit);
  return averageParts(points, cellOfPoint, count);
}
