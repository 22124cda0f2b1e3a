import { noStability } from "../certainty/stability";
import type { OpinionMap } from "../components/opinion-map";
import type { ComputedAnalysis } from "../computed-analysis";
import {
  describeBaseClusters,
  describeGroups,
  describeInput,
  describeMap,
  type MapClusters,
} from "../describe-analysis";
import { computeFrame } from "../frame/frame";
import type { GroupCount } from "../frame/group-count";
import type { PreviousAnalysis } from "../frame/previous-analysis";
import { idsOfRows, type Partition } from "../groups/partition";
import { computeCoverage } from "../statements/coverage";
import { computeStatementResults } from "../statements/statement-results";
import { packVotes } from "../votes/packed-votes";
import type { AnalysisStatement, StatementFlags } from "../votes/statement-flags";
import { addCounts, countVotes, countVotesByGroup, type VoteCounts } from "../votes/vote-counts";
import type { VoteMatrix } from "../votes/vote-matrix";
import type { BaseClusters } from "./base-clusters";
import type { GroupClustering } from "./group-clusterings";
import { polisParameters } from "./polis-parameters";

/** Map, base clusters and groups for every k, by the rules of Pol.is. */
export interface PolisClusterings {
  /** The rows in the order that seeds k-means. */
  rowOrder: Int32Array;
  map: OpinionMap;
  base: BaseClusters;
  clusterings: GroupClustering[];
}

export interface PolisStages {
  /** Within the caps; participants ascending. */
  votes: VoteMatrix;
  /** What there was before the caps, and every statement of the conversation. */
  input: { participants: number; votes: number; statements: readonly AnalysisStatement[] };
  flags: StatementFlags;
  found: PolisClusterings;
  partition: Partition;
  groupCount: GroupCount;
  /** Votes by column that priorities follow from; those of the present groups by default. */
  routingCounts?: VoteCounts;
}

/**
 * The analysis that follows from a partition by the rules of Pol.is: counts, statistics, consensus,
 * priorities, frame.
 * @see MATH.md A8 to A10
 */
export function composePolisAnalysis(
  { votes, input, flags, found, partition, groupCount, routingCounts }: PolisStages,
  previous: PreviousAnalysis | undefined,
): ComputedAnalysis {
  const { participants, statements } = votes;
  const { rowOrder, map, base, clusterings } = found;
  const { ids, groupOfRow } = partition;
  const frame = computeFrame({ participants, map, partition, groupCount }, previous);
  const groups = countVotesByGroup(votes, groupOfRow, ids.length);
  const clustered = routingCounts ?? addCounts(groups, statements.length);
  const { representative, ...statementResults } = computeStatementResults(
    {
      statements,
      flags,
      groupIds: ids,
      map,
      counts: { participants: participants.length, totals: countVotes(votes), groups, clustered },
    },
    polisParameters,
  );
  return {
    core: {
      algorithm: { profile: "polis", version: "1", parameters: { ...polisParameters } },
      ...describeInput({ ...input, columns: statements }, input.statements, flags.isModeratedOut),
      clustered: groupOfRow.filter((group) => group !== -1).length,
      ...describeMap(statements, map),
      k: ids.length,
      silhouettes: Object.fromEntries(clusterings.map(({ k, silhouette }) => [k, silhouette])),
      structure: { clear: true, pValue: null, method: "none" },
      groups: describeGroups(partition, map.points, frame, representative),
      baseClusters: describeBaseClusters(summarise(base, partition), ids),
      ...statementResults,
      coverage: computeCoverage({
        votes: packVotes(votes),
        consensus: statementResults.consensus,
        groups: partition,
      }),
      stability: noStability,
      approximate: false,
    },
    frame,
    rows: {
      participants,
      points: map.points,
      groupIds: idsOfRows(partition.groupOfRow, partition.ids),
      clusterIds: clusterIdsOf(base, participants.length),
      memberOrder: rowOrder,
    },
  };
}

function summarise(base: BaseClusters, { groupOfBaseCluster }: Partition): MapClusters {
  return {
    ids: base.ids,
    centers: base.centers,
    counts: Int32Array.from(base.members, ({ length }) => length),
    groups: groupOfBaseCluster ?? new Int32Array(base.ids.length).fill(-1),
  };
}

function clusterIdsOf({ ids, members }: BaseClusters, rowCount: number): Int32Array {
  const clusterIds = new Int32Array(rowCount).fill(-1);
  members.forEach((rows, cluster) => {
    for (const row of rows) clusterIds[row] = ids[cluster]!;
  });
  return clusterIds;
}
