/** Points put into cells. */
export interface Cells {
  /** Cells that are not empty. */
  count: number;
  /** Cell of each point, 0 to count - 1. */
  cellOfPoint: Int32Array;
  /**
   * A name for each cell that does not depend on how the rest of the map was cut: its path of halves
   * from where the cutting began, as in a heap. Distinct and positive.
   */
  paths: Int32Array;
}

/** Where cutting begins: points that are not to share a cell have different labels, from 0. */
interface Start {
  labels: ArrayLike<number>;
  count: number;
}

/** Halves a cell can have been cut into: its path must fit 31 bits. */
const largestPath = 1 << 30;

/**
 * Cuts weighted points into at most `limit` cells: always the one with most inertia next, at its
 * mean, across its longer side. Cells are small where many people stand.
 * @param points x and y of each point in turn, in an order that decides the last bits of the sums
 * @param start cells never reach over its labels, and there are at least as many as it has in use
 * @returns cells by label, then by their place in the tree of cuts; none without points
 * @see Heckbert 1982 (median cut), with Wan, Wong and Prusinkiewicz 1988 (largest variance first)
 */
export function splitIntoCells(
  { points, weights }: { points: Float64Array; weights: Float64Array },
  limit: number,
  start: Start = { labels: new Uint8Array(weights.length), count: 1 },
): Cells {
  const order = new Int32Array(weights.length);
  const spare = new Int32Array(weights.length);
  const measure = (from: number, to: number, path: number) =>
    measureSegment(points, weights, order, { from, to, path });
  const segments = beginWith(start, order).map(({ from, to, path }) => measure(from, to, path));
  while (segments.length < limit) {
    const at = findLargest(segments);
    const segment = segments[at];
    if (!segment || segment.inertia <= 0) break;
    const middle = cut(points, order, spare, segment);
    segments[at] = measure(segment.from, middle, 2 * segment.path);
    segments.push(measure(middle, segment.to, 2 * segment.path + 1));
  }
  segments.sort((a, b) => a.from - b.from);
  const cellOfPoint = new Int32Array(weights.length);
  segments.forEach(({ from, to }, cell) => {
    for (let i = from; i < to; i++) cellOfPoint[order[i]!] = cell;
  });
  return {
    count: segments.length,
    cellOfPoint,
    paths: Int32Array.from(segments, ({ path }) => path),
  };
}

/** A cell while cutting: `order[from]` to `order[to - 1]` are its points. */
interface Segment {
  from: number;
  to: number;
  path: number;
  /** Sum of squared distances to the mean; 0 when it cannot be cut. */
  inertia: number;
  /** 0 for x, 1 for y: which coordinate the next cut looks at. */
  axis: number;
  /** Points up to here go to the lower half. */
  threshold: number;
}

/** Sorts the points by label, keeping their order within one, into the labels in use. */
function beginWith({ labels, count }: Start, order: Int32Array) {
  const ends = new Int32Array(count + 1);
  for (let i = 0; i < order.length; i++) ends[labels[i]! + 1]! += 1;
  for (let label = 0; label < count; label++) ends[label + 1]! += ends[label]!;
  const next = ends.slice();
  for (let i = 0; i < order.length; i++) order[next[labels[i]!]!++] = i;
  let firstPath = 8;
  while (firstPath < count) firstPath *= 2;
  return Array.from({ length: count }, (_, label) => ({
    from: ends[label]!,
    to: ends[label + 1]!,
    path: firstPath + label,
  })).filter(({ from, to }) => to > from);
}

function measureSegment(
  points: Float64Array,
  weights: Float64Array,
  order: Int32Array,
  segment: Pick<Segment, "from" | "to" | "path">,
): Segment {
  const x = measureAxis(points, weights, order, segment, 0);
  const y = measureAxis(points, weights, order, segment, 1);
  const isWide = x.spread >= y.spread;
  const canBeCut = segment.path < largestPath;
  return {
    ...segment,
    inertia: canBeCut ? x.spread + y.spread : 0,
    axis: isWide ? 0 : 1,
    threshold: isWide ? x.threshold : y.threshold,
  };
}

function measureAxis(
  points: Float64Array,
  weights: Float64Array,
  order: Int32Array,
  { from, to }: Pick<Segment, "from" | "to">,
  axis: number,
) {
  let mass = 0;
  let sum = 0;
  let least = Number.POSITIVE_INFINITY;
  let largest = Number.NEGATIVE_INFINITY;
  for (let i = from; i < to; i++) {
    const point = order[i]!;
    const coordinate = points[2 * point + axis]!;
    mass += weights[point]!;
    sum += weights[point]! * coordinate;
    if (coordinate < least) least = coordinate;
    if (coordinate > largest) largest = coordinate;
  }
  if (!(least < largest)) return { spread: 0, threshold: least };
  const mean = sum / mass;
  let spread = 0;
  for (let i = from; i < to; i++) {
    const away = points[2 * order[i]! + axis]! - mean;
    spread += weights[order[i]!]! * away * away;
  }
  // Rounding may put the mean of near neighbours onto or beyond one of them.
  return { spread, threshold: mean >= least && mean < largest ? mean : least };
}

/** Index of the segment with most inertia, the first of equals. */
function findLargest(segments: readonly Segment[]): number {
  let largest = 0;
  for (let i = 1; i < segments.length; i++) {
    if (segments[i]!.inertia > segments[largest]!.inertia) largest = i;
  }
  return largest;
}

/** Moves the lower half of a segment to its front, both halves in their order; says where it ends. */
function cut(
  points: Float64Array,
  order: Int32Array,
  spare: Int32Array,
  { from, to, axis, threshold }: Segment,
): number {
  let middle = from;
  let upper = 0;
  for (let i = from; i < to; i++) {
    const point = order[i]!;
    if (points[2 * point + axis]! <= threshold) order[middle++] = point;
    else spare[upper++] = point;
  }
  order.set(spare.subarray(0, upper), middle);
  return middle;
}
