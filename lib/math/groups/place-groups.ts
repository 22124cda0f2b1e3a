import type { Places } from "./places";

/** A partition of places into groups. */
export interface PlaceGroups {
  /** Group of each place: 0, 1, … by descending size, equals by ascending centre x, then y. */
  groupOfPoint: Uint8Array;
  /** Groups that have people. */
  count: number;
  /** x and y of the mean of each group in turn. */
  centers: Float64Array;
  /** Sum over participants of the squared distance to the centre of their group. */
  inertia: number;
}

/**
 * Numbers the groups of a partition and measures it. Equal partitions give equal bits, whatever
 * numbers they came with.
 * @param labels any number below `labelCount` for each place, which is at most 255
 */
export function formPlaceGroups(
  { points, weights }: Pick<Places, "points" | "weights">,
  labels: ArrayLike<number>,
  labelCount: number,
): PlaceGroups {
  const means = measureGroups(points, weights, labels, labelCount);
  const order = means
    .filter(({ size }) => size > 0)
    .sort((a, b) => b.size - a.size || a.x - b.x || a.y - b.y);
  const groupOfLabel = new Uint8Array(labelCount);
  order.forEach(({ label }, group) => {
    groupOfLabel[label] = group;
  });
  const groupOfPoint = new Uint8Array(weights.length);
  const inertias = new Float64Array(order.length);
  for (let i = 0; i < groupOfPoint.length; i++) {
    const group = groupOfLabel[labels[i]!]!;
    const dx = points[2 * i]! - order[group]!.x;
    const dy = points[2 * i + 1]! - order[group]!.y;
    groupOfPoint[i] = group;
    inertias[group]! += weights[i]! * (dx * dx + dy * dy);
  }
  return {
    groupOfPoint,
    count: order.length,
    centers: Float64Array.from(order.flatMap(({ x, y }) => [x, y])),
    inertia: inertias.reduce((sum, inertia) => sum + inertia, 0),
  };
}

function measureGroups(
  points: Float64Array,
  weights: Float64Array,
  labels: ArrayLike<number>,
  labelCount: number,
) {
  const sizes = new Float64Array(labelCount);
  const sums = new Float64Array(2 * labelCount);
  for (let i = 0; i < weights.length; i++) {
    const label = labels[i]!;
    sizes[label]! += weights[i]!;
    sums[2 * label]! += weights[i]! * points[2 * i]!;
    sums[2 * label + 1]! += weights[i]! * points[2 * i + 1]!;
  }
  return Array.from(sizes, (size, label) => ({
    label,
    size,
    x: sums[2 * label]! / size,
    y: sums[2 * label + 1]! / size,
  }));
}
