/**
 * Mean silhouette of a clustering: s = (b - a) / max(a, b) with a the mean distance of a point to the
 * others of its cluster and b the smallest mean distance to another cluster.
 * A point alone in its cluster counts 0, and so does every point when there is only one cluster, and
 * one that lies at distance 0 from both.
 * @param distances n x n, row-major, symmetric, see `computeDistances`
 * @param assignment cluster of each point, 0 to clusterCount - 1
 * @returns -1..1; 0 without points
 * @see MATH.md A7; Rousseeuw 1987; polis `math/clusters.clj` silhouette
 */
export function computeSilhouette(
  distances: Float64Array,
  assignment: Int32Array,
  clusterCount: number,
): number {
  const n = assignment.length;
  if (n === 0) return 0;
  const sizes = new Int32Array(clusterCount);
  for (const cluster of assignment) sizes[cluster]! += 1;
  let sum = 0;
  for (let i = 0; i < n; i++) {
    const own = assignment[i]!;
    if (sizes[own] === 1) continue;
    const sums = new Float64Array(clusterCount);
    for (let j = 0; j < n; j++) sums[assignment[j]!]! += distances[i * n + j]!;
    const within = sums[own]! / (sizes[own]! - 1);
    let between = Number.POSITIVE_INFINITY;
    for (let cluster = 0; cluster < clusterCount; cluster++) {
      if (cluster === own || sizes[cluster] === 0) continue;
      between = Math.min(between, sums[cluster]! / sizes[cluster]!);
    }
    const larger = Math.max(within, between);
    if (larger > 0 && larger < Number.POSITIVE_INFINITY) sum += (between - within) / larger;
  }
  return sum / n;
}

/**
 * Euclidean distances between points of the plane.
 * @param points x and y of each point in turn
 * @returns n x n, row-major
 */
export function computeDistances(points: Float64Array): Float64Array {
  const n = points.length / 2;
  const distances = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const dx = points[2 * i]! - points[2 * j]!;
      const dy = points[2 * i + 1]! - points[2 * j + 1]!;
      const distance = Math.sqrt(dx * dx + dy * dy);
      distances[i * n + j] = distance;
      distances[j * n + i] = distance;
    }
  }
  return distances;
}
