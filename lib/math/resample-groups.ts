import { formBaseClusters } from "./base-clusters";
import { clusterIntoGroups } from "./group-clusterings";
import { chooseGroupCount } from "./group-count";
import { findLeadingVectors } from "./lanczos";
import { partitionByClustering } from "./partition";
import type { PlenumParameters } from "./plenum-parameters";
import { projectVotes } from "./project-votes";
import type { Resample } from "./resample";
import { centerCodes, createScatterProduct } from "./scatter-product";

/** Mean agreement differs by 0.01 at most from that with exact components; it takes 6 to 9 products. */
const precision = { tolerance: 0.005, maxProducts: 40 };

/** The groups that a resample falls into. */
export interface ResampleGroups {
  /** Group of each draw, 0 to count - 1, with as many groups as asked for if there can be; else -1. */
  groupOfDraw: Int32Array;
  count: number;
  /** The number of groups that fits best. */
  bestK: number;
}

/**
 * Components, positions and groups of a resample, from its votes alone.
 * @param clustered the draws to cluster, ascending
 */
export function groupResample(
  { votes, isModeratedOut }: Resample,
  clustered: Int32Array,
  k: number,
  rule: PlenumParameters,
): ResampleGroups {
  const { center, deviations } = centerCodes(votes, isModeratedOut);
  const multiply = createScatterProduct(votes, deviations);
  const { vectors } = findLeadingVectors(multiply, center.length, precision);
  const map = { center, components: { loadings: vectors } };
  const points = projectVotes(votes, map, isModeratedOut);
  const base = formBaseClusters(points, clustered, rule);
  const clusterings = clusterIntoGroups(base, rule);
  const { clustering } = clusterings.findLast((found) => found.k <= k) ?? {};
  const { ids, groupOfRow } = partitionByClustering(base, clustering, votes.participants.length);
  return { groupOfDraw: groupOfRow, count: ids.length, bestK: chooseGroupCount(clusterings) };
}
