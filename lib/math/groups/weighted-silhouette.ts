import { type Grouping, joinPartitions } from "./joint-partition";
import type { WeightedPoints } from "./summarize-points";

/** Points that stand for participants at or around them. */
export interface SpreadPoints extends WeightedPoints {
  /** Variance of its participants around each point, along one axis; 0 by default. */
  variances?: Float64Array;
}

/**
 * Mean silhouettes over participants of several groupings of the same points, in one pass over all
 * pairs of points: s = (b - a) / max(a, b) with a the mean distance of a participant to the others
 * of the own group and b the smallest mean distance to another group.
 * A participant alone in a group counts 0, and so does everybody where there is only one group, and
 * who is at distance 0 from both.
 *
 * Distances are first summed over the parts that no grouping cuts, then over groups, so that more
 * groupings cost little. Takes time in proportion to the square of the number of points.
 * @returns one number for each grouping, -1..1; 0 without points
 * @see Rousseeuw 1987; MATH.md A7, there over base clusters
 */
export function computeSilhouettes(
  { points, weights, variances = new Float64Array(weights.length) }: SpreadPoints,
  groupings: readonly Grouping[],
): Float64Array {
  const { partOfPoint, count } = joinPartitions(groupings, weights.length);
  const sorted = sortByPart({ points, weights, variances }, partOfPoint, count);
  const distances = sumDistances(sorted);
  const tables = groupings.map((grouping) => createTable(grouping, partOfPoint, count, weights));
  const totals = new Float64Array(groupings.length);
  const toParts = new Float64Array(count);
  let people = 0;
  for (let part = 0, at = 0; part < count; part++) {
    for (; at < sorted.partStart[part + 1]!; at++) {
      for (let p = 0; p < count; p++) toParts[p] = distances[p * weights.length + at]!;
      const weight = sorted.weights[at]!;
      toParts[part]! += sumOwnDistances(weight, sorted.variances[at]!);
      people += weight;
      for (let g = 0; g < tables.length; g++) {
        totals[g]! += weight * scorePoint(tables[g]!, part, toParts);
      }
    }
  }
  return totals.map((total) => (people > 0 ? total / people : 0));
}

interface SortedPoints extends Required<SpreadPoints> {
  /** Points of part p are `partStart[p]` to `partStart[p + 1]` - 1. */
  partStart: Int32Array;
}

function sortByPart(
  { points, weights, variances }: Required<SpreadPoints>,
  partOfPoint: Int32Array,
  count: number,
): SortedPoints {
  const partStart = new Int32Array(count + 1);
  for (const part of partOfPoint) partStart[part + 1]! += 1;
  for (let part = 0; part < count; part++) partStart[part + 1]! += partStart[part]!;
  const next = partStart.slice();
  const order = new Int32Array(weights.length);
  partOfPoint.forEach((part, point) => {
    order[next[part]!++] = point;
  });
  const sorted = new Float64Array(points.length);
  order.forEach((point, at) => {
    sorted[2 * at] = points[2 * point]!;
    sorted[2 * at + 1] = points[2 * point + 1]!;
  });
  return {
    points: sorted,
    weights: Float64Array.from(order, (point) => weights[point]!),
    variances: Float64Array.from(order, (point) => variances[point]!),
    partStart,
  };
}

/**
 * Sums the distances from each point to the people of each part, every pair of points once.
 * @returns parts x points, row-major
 */
function sumDistances({ points, weights, variances, partStart }: SortedPoints): Float64Array {
  const n = weights.length;
  const sums = new Float64Array((partStart.length - 1) * n);
  for (let own = 0, i = 0; own < partStart.length - 1; own++) {
    for (; i < partStart[own + 1]!; i++) {
      const x = points[2 * i]!;
      const y = points[2 * i + 1]!;
      const weight = weights[i]!;
      const variance = variances[i]!;
      for (let part = own, j = i + 1; part < partStart.length - 1; part++) {
        const end = partStart[part + 1]!;
        let sum = 0;
        for (; j < end; j++) {
          const dx = points[2 * j]! - x;
          const dy = points[2 * j + 1]! - y;
          const distance = Math.sqrt(dx * dx + dy * dy + variance + variances[j]!);
          sum += weights[j]! * distance;
          sums[own * n + j]! += weight * distance;
        }
        sums[part * n + i]! += sum;
      }
    }
  }
  return sums;
}

/** Root of pi: the mean distance between two normally distributed people is that times deviation. */
const rootOfPi = 1.772453850905516;

/** Sum of the distances from one of the participants at a point to the others there. */
function sumOwnDistances(weight: number, variance: number): number {
  return rootOfPi * Math.sqrt(variance * weight * (weight - 1));
}

/** A grouping of parts. */
interface GroupTable {
  groupOfPart: Int32Array;
  /** People in each group. */
  sizes: Float64Array;
  /** Room for one sum of distances for each group. */
  sums: Float64Array;
}

function createTable(
  { groupOfPoint, count }: Grouping,
  partOfPoint: Int32Array,
  partCount: number,
  weights: Float64Array,
): GroupTable {
  const groupOfPart = new Int32Array(partCount);
  const sizes = new Float64Array(count);
  partOfPoint.forEach((part, point) => {
    groupOfPart[part] = groupOfPoint[point]!;
    sizes[groupOfPoint[point]!]! += weights[point]!;
  });
  return { groupOfPart, sizes, sums: new Float64Array(count) };
}

function scorePoint(
  { groupOfPart, sizes, sums }: GroupTable,
  part: number,
  distances: Float64Array,
) {
  const own = groupOfPart[part]!;
  if (sizes[own]! <= 1) return 0;
  sums.fill(0);
  for (let p = 0; p < distances.length; p++) sums[groupOfPart[p]!]! += distances[p]!;
  const within = sums[own]! / (sizes[own]! - 1);
  let between = Number.POSITIVE_INFINITY;
  for (let group = 0; group < sums.length; group++) {
    if (group === own || sizes[group] === 0) continue;
    between = Math.min(between, sums[group]! / sizes[group]!);
  }
  const larger = Math.max(within, between);
  return larger > 0 && larger < Number.POSITIVE_INFINITY ? (between - within) / larger : 0;
}
