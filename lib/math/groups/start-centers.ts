import type { Random } from "../random";
import type { WeightedPoints } from "./summarize-points";

/** Draws of which the best becomes the next centre (Celebi et al. 2013 recommend a few). */
const draws = 3;

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
  let costs = weights.slice();
  let trial = new Float64Array(weights.length);
  let best = new Float64Array(weights.length);
  const centers: number[] = [];
  while (centers.length < 2 * count) {
    const isFirst = centers.length === 0;
    let chosen = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let draw = 0; draw < (isFirst ? 1 : draws); draw++) {
      const point = drawPoint(costs, random());
      if (point === -1) return Float64Array.from(centers);
      const total = lowerCosts({ points, weights }, isFirst ? null : costs, point, trial);
      if (total >= least) continue;
      least = total;
      chosen = point;
      [trial, best] = [best, trial];
    }
    [costs, best] = [best, costs];
    centers.push(points[2 * chosen]!, points[2 * chosen + 1]!);
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
  for (let i = 0; i < costs.length && left >= 0; i++) {
    if (costs[i]! > 0) last = i;
    left -= costs[i]!;
  }
  return last;
}

/** Writes what each point costs with `point` as a centre too: weight times squared distance. */
function lowerCosts(
  { points, weights }: WeightedPoints,
  before: Float64Array | null,
  point: number,
  costs: Float64Array,
): number {
  const x = points[2 * point]!;
  const y = points[2 * point + 1]!;
  let total = 0;
  for (let i = 0; i < costs.length; i++) {
    const dx = points[2 * i]! - x;
    const dy = points[2 * i + 1]! - y;
    const cost = weights[i]! * (dx * dx + dy * dy);
    costs[i] = before ? Math.min(cost, before[i]!) : cost;
    total += costs[i]!;
  }
  return total;
}
