import { createAssigner } from "./assign-points";

/** Centres that k-means starts from or has reached; ids ascend. */
export interface Centers {
  ids: Int32Array;
  /** x and y of each centre in turn. */
  coordinates: Float64Array;
}

/** Centres with who belongs to them. */
export interface Clustering extends Centers {
  /** For each point the index into `ids` of its cluster. */
  assignment: Int32Array;
}

/** What to cluster, from where, and for how long. */
export interface KMeansInput {
  /** x and y of each point in turn. */
  points: Float64Array;
  /** Weight of each point in the means; it does not affect who belongs where. All 1 by default. */
  weights?: Float64Array;
  start: Centers;
  /** Steps after the first. */
  maxIterations: number;
  /** Steps end when no centre moves this far. */
  tolerance: number;
}

/**
 * The first `count` distinct points, in order, as centres 0, 1, …; fewer when there are not as many.
 * @see MATH.md A6; polis `math/clusters.clj` init-clusters
 */
export function takeDistinctPoints(points: Float64Array, count: number): Centers {
  const coordinates: number[] = [];
  for (let i = 0; i < points.length && coordinates.length < 2 * count; i += 2) {
    let isKnown = false;
    for (let c = 0; c < coordinates.length && !isKnown; c += 2) {
      isKnown = coordinates[c] === points[i] && coordinates[c + 1] === points[i + 1];
    }
    if (!isKnown) coordinates.push(points[i]!, points[i + 1]!);
  }
  return {
    ids: Int32Array.from({ length: coordinates.length / 2 }, (_, index) => index),
    coordinates: Float64Array.from(coordinates),
  };
}

/**
 * Lloyd's k-means in the plane, with the habits of Pol.is: a point between two equally near centres
 * goes to the later one, a cluster that becomes empty is dropped and its id lost.
 * @returns clusters by ascending id; none when there are no points
 * @throws RangeError when there are points but no centre to start from
 * @see MATH.md A6; polis `math/clusters.clj` kmeans
 */
export function kMeans(input: KMeansInput): Clustering {
  const { points, start } = input;
  if (points.length === 0) return { ...noCenters, assignment: new Int32Array(0) };
  if (start.ids.length === 0) throw new RangeError("k-means was given no centre to start from.");
  const assign = createAssigner(points);
  let step = makeStep(input, start.ids, assign(start.coordinates));
  let centers: Centers = start;
  for (let iteration = 0; iteration < input.maxIterations; iteration++) {
    if (isSettled(centers.coordinates, step.coordinates, input.tolerance)) break;
    centers = step;
    step = makeStep(input, step.ids, assign(step.coordinates, step));
  }
  const { ids, coordinates, assignment } = step;
  return { ids, coordinates, assignment };
}

const noCenters: Centers = { ids: new Int32Array(0), coordinates: new Float64Array(0) };

/** Moves the centres to the means of their points. */
function makeStep({ points, weights }: KMeansInput, ids: Int32Array, assignment: Int32Array): Step {
  const count = ids.length;
  const mass = new Float64Array(count);
  const sums = new Float64Array(2 * count);
  for (let i = 0; i < assignment.length; i++) {
    const x = points[2 * i]!;
    const y = points[2 * i + 1]!;
    const cluster = assignment[i]!;
    const weight = weights ? weights[i]! : 1;
    mass[cluster]! += weight;
    sums[2 * cluster]! += weight * x;
    sums[2 * cluster + 1]! += weight * y;
  }
  return withoutEmpty(ids, assignment, mass, sums);
}

/** A step's clusters, and which of the centres before it each was. */
interface Step extends Clustering {
  source: Int32Array;
}

function withoutEmpty(
  ids: Int32Array,
  assignment: Int32Array,
  mass: Float64Array,
  sums: Float64Array,
): Step {
  const source = Int32Array.from(ids.keys()).filter((cluster) => mass[cluster]! > 0);
  const newIndex = new Int32Array(ids.length);
  const coordinates = new Float64Array(2 * source.length);
  source.forEach((cluster, index) => {
    newIndex[cluster] = index;
    coordinates[2 * index] = sums[2 * cluster]! / mass[cluster]!;
    coordinates[2 * index + 1] = sums[2 * cluster + 1]! / mass[cluster]!;
  });
  const isComplete = source.length === ids.length;
  return {
    ids: source.map((cluster) => ids[cluster]!),
    coordinates,
    assignment: isComplete ? assignment : assignment.map((cluster) => newIndex[cluster]!),
    source,
  };
}

/** Whether old and new centres, each sorted and then paired, are all closer than `tolerance`. */
function isSettled(before: Float64Array, after: Float64Array, tolerance: number): boolean {
  const old = sortedPoints(before);
  const now = sortedPoints(after);
  for (let i = 0; i < Math.min(old.length, now.length); i++) {
    const dx = old[i]![0] - now[i]![0];
    const dy = old[i]![1] - now[i]![1];
    if (Math.sqrt(dx * dx + dy * dy) >= tolerance) return false;
  }
  return true;
}

/** Descending, because Pol.is sorts ascending with the opposite vote sign: the pairs are its pairs. */
function sortedPoints(coordinates: Float64Array): (readonly [number, number])[] {
  return Array.from(
    { length: coordinates.length / 2 },
    (_, index) => [coordinates[2 * index]!, coordinates[2 * index + 1]!] as const,
  ).sort((a, b) => b[0] - a[0] || b[1] - a[1]);
}
