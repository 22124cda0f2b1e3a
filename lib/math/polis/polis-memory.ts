import type { GroupCount } from "../frame/group-count";
import type { Clustering } from "../groups/k-means";
import type { VoteCounts } from "../votes/vote-counts";
import type { VoteMatrix } from "../votes/vote-matrix";
import type { PolisClusterings } from "./compose-polis";
import type { EarlierCluster } from "./k-means-warm-start";

/** What an update by the rules of Pol.is leaves to the next one. */
export interface PolisMemory {
  /** Participants who were ever clustered. */
  clustered: ReadonlySet<number>;
  /** One entry a column, in the order of that update. */
  loadings: readonly Float64Array[];
  /** Their members are participants. */
  baseClusters: readonly EarlierCluster[];
  /** By k; their members are ids of base clusters. */
  groupClusterings: ReadonlyMap<number, readonly EarlierCluster[]>;
  /** Undefined before the first update. */
  groupCount: GroupCount | undefined;
  /** How the members of all groups voted, by statement; the next priorities follow from it. */
  groupVotes: ReadonlyMap<number, { agrees: number; disagrees: number; seen: number }>;
}

export const noMemory: PolisMemory = {
  clustered: new Set(),
  loadings: [],
  baseClusters: [],
  groupClusterings: new Map(),
  groupCount: undefined,
  groupVotes: new Map(),
};

/**
 * What is left after the process was started anew: groups for each k and the smoother are kept in
 * memory only, the rest in the database.
 * @see MATH.md A12; polis `conv_man.clj` prep-main, restructure-json-conv
 */
export function forgetUnstored(memory: PolisMemory): PolisMemory {
  const { groupClusterings, groupCount } = noMemory;
  return { ...memory, groupClusterings, groupCount };
}

/**
 * What to keep of an update.
 * @param groupVotes votes of the members of all groups, by column
 */
export function rememberUpdate(
  { participants, statements }: Pick<VoteMatrix, "participants" | "statements">,
  { map, base, clusterings }: PolisClusterings,
  groupCount: GroupCount,
  groupVotes: VoteCounts,
): PolisMemory {
  const members = base.members.map((rows) => rows.map((row) => participants[row]!));
  return {
    clustered: new Set(members.flat()),
    loadings: map.components.loadings,
    baseClusters: Array.from(base.ids, (id, index) => ({ id, members: members[index]! })),
    groupClusterings: new Map(
      clusterings.map(({ k, clustering }) => [k, listClusters(clustering, base.ids)]),
    ),
    groupCount,
    groupVotes: new Map(
      Array.from(statements, (statement, column) => [
        statement,
        {
          agrees: groupVotes.agrees[column]!,
          disagrees: groupVotes.disagrees[column]!,
          seen: groupVotes.seen[column]!,
        },
      ]),
    ),
  };
}

function listClusters({ ids, assignment }: Clustering, pointIds: Int32Array): EarlierCluster[] {
  return Array.from(ids, (id, cluster) => ({
    id,
    members: [...pointIds.filter((_, point) => assignment[point] === cluster)],
  }));
}
