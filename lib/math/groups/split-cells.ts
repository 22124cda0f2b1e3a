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
 * @returns cells by label, then by their place in the tree of cuts; none without points. There are
 *   fewer than `limit` only when every place has its own, or those left differ by rounding alone.
 * @see Heckbert 1982 (median cut), with Wan, Wong and Prusinkiewicz 1988 (largest variance first)
 */
export function splitIntoCells(
  { points, weights }: { points: Float64Array; weights: Float64Array },
  limit: number,
  start: Start = { labels: new Uint8Array(weights.length), count: 1 },
): Cells {
  const order = new Int32Array(weights.length);
  const spare = new Int32Array(weights.length);
  const segments: Segment[] = [];
  const inertias = new Float64Array(Math.max(limit, start.count));
  const place = (at: number, range: Range) => {
    segments[at] = measureSegment(points, weights, order, range);
    inertias[at] = segments[at].inertia;
  };
  for (const range of beginWith(start, order)) place(segments.length, range);
  while (segments.length < limit) {
    const at = findLargest(inertias, segments.length);
    const segment = segments[at];
    if (!segment || inertias[at]! <= 0) break;
    const { from, to, path } = segment;
    const middle = cut(points, order, spare, segment);
    if (middle === to) {
      inertias[at] = 0; // all at one place, the inertia was rounding
      continue;
    }
    place(at, { from, to: middle, path: 2 * path });
    place(segments.length, { from: middle, to, path: 2 * path + 1 });
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

/** The points `order[from]` to `order[to - 1]`. */
interface Range {
  from: number;
  to: number;
  path: number;
}

/** A cell while cutting. */
interface Segment extends Range {
  /** Sum of squared distances to the mean; 0 when it cannot be cut. */
  inertia: number;
  /** 0 for x, 1 for y: which coordinate the next cut looks at. */
  axis: number;
  /** Its mean there. */
  mean: number;
}

/** Sorts the points by label, keeping their order within one, into the labels in use. */
function beginWith({ labels, count }: Start, order: Int32Array): Range[] {
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
  range: Range,
): Segment {
  const { from, to, path } = range;
  let mass = 0;
  let sumX = 0;
  let sumY = 0;
  for (let i = from; i < to; i++) {
    const point = order[i]!;
    const weight = weights[point]!;
    mass += weight;
    sumX += weight * points[2 * point]!;
    sumY += weight * points[2 * point + 1]!;
  }
  const meanX = sumX / mass;
  const meanY = sumY / mass;
  let spreadX = 0;
  let spreadY = 0;
  for (let i = from; i < to; i++) {
    const point = order[i]!;
    const weight = weights[point]!;
    const dx = points[2 * point]! - meanX;
    const dy = points[2 * point + 1]! - meanY;
    spreadX += weight * dx * dx;
    spreadY += weight * dy * dy;
  }
  const canBeCut = to - from > 1 && path < largestPath;
  const inertia = canBeCut ? spreadX + spreadY : 0;
  const axis = spreadX >= spreadY ? 0 : 1;
  return { ...range, inertia, axis, mean: axis === 0 ? meanX : meanY };
}

/** Index of the largest of the first `count`, the first of equals. */
function findLargest(inertias: Float64Array, count: number): number {
  let largest = 0;
  for (let i = 1; i < count; i++) {
    if (inertias[i]! > inertias[largest]!) largest = i;
  }
  return largest;
}

/**
 * Moves the points up to the mean to the front of their segment, both halves in their order.
 * @returns where the front ends: at `to` when all are at one place
 */
function cut(points: Float64Array, order: Int32Array, spare: Int32Array, segment: Segment): number {
  const { from, to, axis, mean } = segment;
  const middle = moveToFront(points, order, spare, segment, mean);
  if (middle > from && middle < to) return middle;
  // The mean of near neighbours was rounded beyond them all: the least go to the front.
  let least = Number.POSITIVE_INFINITY;
  for (let i = from; i < to; i++) least = Math.min(least, points[2 * order[i]! + axis]!);
  return moveToFront(points, order, spare, segment, least);
}

function moveToFront(
  points: Float64Array,
  order: Int32Array,
  spare: Int32Array,
  { from, to, axis }: Segment,
  threshold: number,
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
