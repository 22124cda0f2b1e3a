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
  const segments = createSegments(Math.max(limit, start.count));
  beginWith(start, order, segments);
  for (let at = 0; at < segments.count; at++) measureSegment(points, weights, order, segments, at);
  while (segments.count < limit) {
    const at = findLargest(segments);
    if (segments.count === 0 || segments.inertia[at]! <= 0) break;
    const middle = cut(points, order, spare, segments, at);
    if (middle === segments.to[at]) {
      segments.inertia[at] = 0; // all at one place, the inertia was rounding
      continue;
    }
    const upper = addSegment(segments, middle, segments.to[at]!, 2 * segments.path[at]! + 1);
    segments.to[at] = middle;
    segments.path[at]! *= 2;
    measureSegment(points, weights, order, segments, at);
    measureSegment(points, weights, order, segments, upper);
  }
  return describeCells(segments, order);
}

/**
 * Cells while cutting, in the order in which they came: the i-th holds the points `order[from[i]]` to
 * `order[to[i] - 1]`. As an object each they took half of the time.
 */
interface Segments {
  count: number;
  from: Int32Array;
  to: Int32Array;
  path: Int32Array;
  /** Sum of squared distances to the mean; 0 when it cannot be cut. */
  inertia: Float64Array;
  /** 0 for x, 1 for y: which coordinate the next cut looks at. */
  axis: Uint8Array;
  /** Its mean there. */
  mean: Float64Array;
}

function createSegments(most: number): Segments {
  return {
    count: 0,
    from: new Int32Array(most),
    to: new Int32Array(most),
    path: new Int32Array(most),
    inertia: new Float64Array(most),
    axis: new Uint8Array(most),
    mean: new Float64Array(most),
  };
}

/** Its index. */
function addSegment(segments: Segments, from: number, to: number, path: number): number {
  const at = segments.count;
  segments.from[at] = from;
  segments.to[at] = to;
  segments.path[at] = path;
  segments.count++;
  return at;
}

function describeCells({ count, from, to, path }: Segments, order: Int32Array): Cells {
  const sorted = Int32Array.from({ length: count }, (_, at) => at).sort(
    (a, b) => from[a]! - from[b]!,
  );
  const cellOfPoint = new Int32Array(order.length);
  for (let cell = 0; cell < count; cell++) {
    const end = to[sorted[cell]!]!;
    for (let i = from[sorted[cell]!]!; i < end; i++) cellOfPoint[order[i]!] = cell;
  }
  return { count, cellOfPoint, paths: sorted.map((at) => path[at]!) };
}

/** Sorts the points by label, keeping their order within one; a segment for each label in use. */
function beginWith({ labels, count }: Start, order: Int32Array, segments: Segments): void {
  const ends = new Int32Array(count + 1);
  for (let i = 0; i < order.length; i++) ends[labels[i]! + 1]! += 1;
  for (let label = 0; label < count; label++) ends[label + 1]! += ends[label]!;
  const next = ends.slice();
  for (let i = 0; i < order.length; i++) order[next[labels[i]!]!++] = i;
  let firstPath = 8;
  while (firstPath < count) firstPath *= 2;
  for (let label = 0; label < count; label++) {
    if (ends[label + 1]! === ends[label]!) continue;
    addSegment(segments, ends[label]!, ends[label + 1]!, firstPath + label);
  }
}

function measureSegment(
  points: Float64Array,
  weights: Float64Array,
  order: Int32Array,
  segments: Segments,
  at: number,
): void {
  const from = segments.from[at]!;
  const to = segments.to[at]!;
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
  const canBeCut = to - from > 1 && segments.path[at]! < largestPath;
  segments.inertia[at] = canBeCut ? spreadX + spreadY : 0;
  segments.axis[at] = spreadX >= spreadY ? 0 : 1;
  segments.mean[at] = spreadX >= spreadY ? meanX : meanY;
}

/** Index of the one with most inertia, the first of equals. */
function findLargest({ inertia, count }: Segments): number {
  let largest = 0;
  for (let i = 1; i < count; i++) {
    if (inertia[i]! > inertia[largest]!) largest = i;
  }
  return largest;
}

/**
 * Moves the points up to the mean to the front of their segment, both halves in their order.
 * @returns where the front ends: at `to` when all are at one place
 */
function cut(
  points: Float64Array,
  order: Int32Array,
  spare: Int32Array,
  segments: Segments,
  at: number,
): number {
  const from = segments.from[at]!;
  const to = segments.to[at]!;
  const axis = segments.axis[at]!;
  const range = { from, to, axis };
  const middle = moveToFront(points, order, spare, range, segments.mean[at]!);
  if (middle > from && middle < to) return middle;
  // The mean of near neighbours was rounded beyond them all: the least go to the front.
  let least = Number.POSITIVE_INFINITY;
  for (let i = from; i < to; i++) least = Math.min(least, points[2 * order[i]! + axis]!);
  return moveToFront(points, order, spare, range, least);
}

function moveToFront(
  points: Float64Array,
  order: Int32Array,
  spare: Int32Array,
  { from, to, axis }: { from: number; to: number; axis: number },
  threshold: number,
): number {
  let middle = from;
  let upper = 0;
  for (let i = from; i < to; i++) {
    const point = order[i]!;
    if (points[2 * point + axis]! <= threshold) order[middle++] = point;
    else spare[upper++] = point;
  }
  for (let i = 0; i < upper; i++) order[middle + i] = spare[i]!;
  return middle;
}
