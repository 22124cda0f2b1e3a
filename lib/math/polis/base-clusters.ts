import { kMeans, takeDistinctPoints } from "../groups/k-means";
import { continueClusters, type EarlierCluster } from "./k-means-warm-start";

/** The first layer of clusters: up to a hundred small neighbourhoods of the map. */
export interface BaseClusters {
  /** Ascending; ids of clusters that became empty are missing. */
  ids: Int32Array;
  /** x and y of each cluster in turn. */
  centers: Float64Array;
  /** Row indices of each cluster's participants, in the order given. */
  members: number[][];
}

/**
 * Gathers clustered participants into base clusters; with no more distinct points than
 * `baseClusters`, each point is one.
 * @param points x and y of every row of the vote matrix
 * @param rows the rows to cluster, in the order that seeds k-means
 * @param earlier clusters to continue from, their members rows; none by default
 * @returns no clusters without rows
 * @see MATH.md A6; polis `math/conversation.clj` :base-clusters
 */
export function formBaseClusters(
  points: Float64Array,
  rows: Int32Array,
  rule: { baseClusters: number; baseClusterIterations: number; centerTolerance: number },
  earlier: readonly EarlierCluster[] = [],
): BaseClusters {
  const chosen = new Float64Array(2 * rows.length);
  rows.forEach((row, index) => {
    chosen[2 * index] = points[2 * row]!;
    chosen[2 * index + 1] = points[2 * row + 1]!;
  });
  const { ids, coordinates, assignment } = kMeans({
    points: chosen,
    start:
      earlier.length > 0
        ? continueClusters({ points: chosen }, indexMembers(earlier, rows), rule.baseClusters)
        : takeDistinctPoints(chosen, rule.baseClusters),
    maxIterations: rule.baseClusterIterations,
    tolerance: rule.centerTolerance,
  });
  const members = Array.from(ids, (): number[] => []);
  assignment.forEach((cluster, index) => {
    members[cluster]!.push(rows[index]!);
  });
  return { ids, centers: coordinates, members };
}

/** Members as indices into `rows`, without those who are not there. */
function indexMembers(clusters: readonly EarlierCluster[], rows: Int32Array): EarlierCluster[] {
  const indexOf = new Map(Array.from(rows, (row, index) => [row, index]));
  return clusters.map(({ id, members }) => ({
    id,
    members: members.flatMap((row) => indexOf.get(row) ?? []),
  }));
}
