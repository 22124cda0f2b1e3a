import type { Random } from "./random";
import type { WeightedPoints } from "./summarize-points";

/** Draws of which the best becomes the next centre (Celebi et al. 2013 recommend a few). */
const trials = 3;

/**
 * Draws centres to start k-means from: the first in proportion to weight, each further one in
 * proportion to weight times squared distance to the nearest so far, the best of a few draws.
 * @returns x and y of each centre in turn; fewer than `count` when there are not as many distinct points
 * @see Arthur and Vassilvitskii 2007 (k-means++, greedy variant)
 */
export function drawStartCenters(
  { points, weights }: WeightedPoints,
  count: number,
  random: Random,
): Float64Array {
  let costs: Float64Array = weights;
  const centers: number[] = [];
  while (centers.length < 2 * count) {
    const isFirst = centers.length === 0;
    let best: { costs: Float64Array; total: number; point: number } | null = null;
    for (let trial = 0; trial < (isFirst ? 1 : trials); trial++) {
      const point = drawPoint(costs, random());
      if (point === -1) return Float64Array.from(centers);
      const next = lowerCosts(points, weights, isFirst ? null : costs, point);
      if (best === null || next.total < best.total) best = { ...next, point };
    }
    if (best === null) break;
    costs = best.costs;
    centers.push(points[2 * best.point]!, points[2 * best.point + 1]!);
  }
  return Float64Array.from(centers);
}

/** The point at `share` (0 to 1) of the running total; -1 when there is nothing left to gain. */
function drawPoint(costs: Float64Array, share: number): number {
  let total = 0;
  for (let i = 0; i < costs.length; i++) total += costs[i]!;
  if (!(total > 0)) return -1;
  let left = share * total;
  let last = -1;
  for (let i = 0; i < costs.length; i++) {
    if (costs[i]! <= 0) continue;
    last = i;
    left -= costs[i]!;
    if (left < 0) break;
  }
  return last;
}

/** What each point costs when `point` is a centre too: weight times squared distance. */
function lowerCosts(
  points: Float64Array,
  weights: Float64Array,
  before: Float64Array | null,
  point: number,
) {
  const costs = new Float64Array(weights.length);
  let total = 0;
  for (let i = 0; i < costs.length; i++) {
    const dx = points[2 * i]! - points[2 * point]!;
    const dy = points[2 * i + 1]! - points[2 * point + 1]!;
    const cost = weights[i]! * (dx * dx + dy * dy);
    costs[i] = before ? Math.min(cost, before[i]!) : cost;
    total += costs[i]!;
  }
  return { costs, total };
}
