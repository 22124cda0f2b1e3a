import { type Grouping, joinPartitions } from "./joint-partition";
import type { WeightedPoints } from "./summarize-points";

/** Points that stand for participants at or around them. */
export interface SpreadPoints extends WeightedPoints {
  /** Sum of the distances from a participant of each point to its others; 0 by default. */
  ownDistances?: Float64Array;
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
  { points, weights, ownDistances }: SpreadPoints,
  groupings: readonly Grouping[],
): Float64Array {
  const { partOfPoint, count } = joinPartitions(groupings, weights.length);
  const sorted = sortByPart({ points, weights }, partOfPoint, count);
  const tables = groupings.map((grouping) => createTable(grouping, partOfPoint, count, weights));
  const distances = new Float64Array(count);
  const totals = new Float64Array(groupings.length);
  let people = 0;
  for (let i = 0; i < weights.length; i++) {
    sumDistances(sorted, points[2 * i]!, points[2 * i + 1]!, distances);
    if (ownDistances) distances[partOfPoint[i]!]! += ownDistances[i]!;
    people += weights[i]!;
    for (let g = 0; g < tables.length; g++) {
      totals[g]! += weights[i]! * scorePoint(tables[g]!, partOfPoint[i]!, distances);
    }
  }
  return totals.map((total) => (people > 0 ? total / people : 0));
}

interface SortedPoints extends WeightedPoints {
  /** Points of part p are `partStart[p]` to `partStart[p + 1]` - 1. */
  partStart: Int32Array;
}

function sortByPart(
  { points, weights }: WeightedPoints,
  partOfPoint: Int32Array,
  count: number,
): SortedPoints {
  const partStart = new Int32Array(count + 1);
  for (const part of partOfPoint) partStart[part + 1]! += 1;
  for (let part = 0; part < count; part++) partStart[part + 1]! += partStart[part]!;
  const next = partStart.slice();
  const sorted = { points: new Float64Array(points.length), weights: new Float64Array(weights) };
  for (let i = 0; i < weights.length; i++) {
    const at = next[partOfPoint[i]!]!++;
    sorted.points[2 * at] = points[2 * i]!;
    sorted.points[2 * at + 1] = points[2 * i + 1]!;
    sorted.weights[at] = weights[i]!;
  }
  return { ...sorted, partStart };
}

/** Sums the distances from x, y to the people of each part. */
function sumDistances(
  { points, weights, partStart }: SortedPoints,
  x: number,
  y: number,
  distances: Float64Array,
): void {
  for (let part = 0; part < distances.length; part++) {
    const end = partStart[part + 1]!;
    let sum = 0;
    for (let j = partStart[part]!; j < end; j++) {
      const dx = points[2 * j]! - x;
      const dy = points[2 * j + 1]! - y;
      sum += weights[j]! * Math.sqrt(dx * dx + dy * dy);
    }
    distances[part] = sum;
  }
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
