import { type Clustering, kMeans, takeDistinctPoints } from "../groups/k-means";
import { computeDistances, computeSilhouette } from "../groups/silhouette";
import type { BaseClusters } from "./base-clusters";
import { continueClusters, type EarlierCluster } from "./k-means-warm-start";

/** The base clusters put into k groups, and how well that fits. */
export interface GroupClustering {
  k: number;
  /** Its points are the base clusters; it may hold fewer than k clusters. */
  clustering: Clustering;
  /** Mean silhouette over base clusters, unweighted, -1..1. */
  silhouette: number;
}

/**
 * Clusters the base clusters for every k from 2 to min(maxGroups, 2 + floor(B / baseClustersPerGroup)).
 * @param base the B base clusters; each weighs as much as it has members
 * @param earlier by k, the groups to continue from, their members indices of base clusters
 * @returns by ascending k; none without base clusters
 * @see MATH.md A6 and A7; polis `math/conversation.clj` group-clusterings
 */
export function clusterIntoGroups(
  { centers, members }: Pick<BaseClusters, "centers" | "members">,
  rule: {
    maxGroups: number;
    baseClustersPerGroup: number;
    groupIterations: number;
    centerTolerance: number;
  },
  earlier: ReadonlyMap<number, readonly EarlierCluster[]> = new Map(),
): GroupClustering[] {
  const weights = Float64Array.from(members, ({ length }) => length);
  const count = weights.length;
  if (count === 0) return [];
  const largestK = Math.min(rule.maxGroups, 2 + Math.floor(count / rule.baseClustersPerGroup));
  const distances = computeDistances(centers);
  return Array.from({ length: largestK - 1 }, (_, index) => {
    const k = index + 2;
    const last = earlier.get(k) ?? [];
    const clustering = kMeans({
      points: centers,
      weights,
      start:
        last.length > 0
          ? continueClusters({ points: centers, weights }, last, k)
          : takeDistinctPoints(centers, k),
      maxIterations: rule.groupIterations,
      tolerance: rule.centerTolerance,
    });
    const { assignment, ids } = clustering;
    return { k, clustering, silhouette: computeSilhouette(distances, assignment, ids.length) };
  });
}
