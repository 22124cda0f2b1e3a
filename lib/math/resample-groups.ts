import { formBaseClusters } from "./base-clusters";
import { clusterIntoGroups } from "./group-clusterings";
import { chooseGroupCount } from "./group-count";
import { computeLeadingComponents } from "./leading-components";
import { partitionByClustering } from "./partition";
import type { PlenumParameters } from "./plenum-parameters";
import { projectVotes } from "./project-votes";
import type { Resample } from "./resample";

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
  const map = computeLeadingComponents(votes, null, isModeratedOut);
  const points = projectVotes(votes, map, isModeratedOut);
  const base = formBaseClusters(points, clustered, rule);
  const clusterings = clusterIntoGroups(base, rule);
  const { clustering } = clusterings.findLast((found) => found.k <= k) ?? {};
  const { ids, groupOfRow } = partitionByClustering(base, clustering, votes.participants.length);
  return { groupOfDraw: groupOfRow, count: ids.length, bestK: chooseGroupCount(clusterings) };
}
