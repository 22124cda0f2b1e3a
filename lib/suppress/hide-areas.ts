import type { ClusterTally } from "../results/cluster-votes";
import type { BaseCluster } from "../schemas/analysis";
import { hideSmallCrowds } from "./hide-small-crowds";

/**
 * Leaves out the places of groups that `hideSmallCrowds` hides: what is told by place adds up to what
 * is told by group.
 * @param turnout how many voted on the statement, and how many people in all are on no place
 */
export function hideAreas<Tally extends ClusterTally>(
  places: readonly Pick<BaseCluster, "id" | "group">[],
  tallies: readonly Tally[],
  turnout: { all: number; ungrouped: number },
): Tally[] {
  const groupOf = new Map(places.map(({ id, group }) => [id, group]));
  const voters = new Map<number | null, number>();
  for (const { cluster, agrees, disagrees, passes } of tallies) {
    const group = groupOf.get(cluster) ?? null;
    voters.set(group, (voters.get(group) ?? 0) + agrees + disagrees + passes);
  }
  const hidden = hideSmallCrowds({ ...turnout, groups: [...voters.values()] });
  const told = new Set([...voters.keys()].filter((_, index) => !hidden.groups[index]));
  return tallies.filter(({ cluster }) => told.has(groupOf.get(cluster) ?? null));
}
