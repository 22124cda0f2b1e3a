import type { AnalysisInput } from "./analyze";
import { type BaseClusters, formBaseClusters } from "./base-clusters";
import { capVotes } from "./cap-votes";
import { selectClusteredRows } from "./clustered-participants";
import type { ComputedAnalysis } from "./computed-analysis";
import { computeCoverage } from "./coverage";
import {
  describeBaseClusters,
  describeGroups,
  describeInput,
  describeMap,
  type MapClusters,
} from "./describe-analysis";
import { computeFrame } from "./frame";
import { clusterIntoGroups, type GroupClustering } from "./group-clusterings";
import { chooseGroupCount, smoothGroupCount } from "./group-count";
import { computeOpinionMap, type OpinionMap } from "./opinion-map";
import { packVotes } from "./packed-votes";
import {
  groupIdsOf,
  type Partition,
  partitionByClustering,
  partitionByGivenGroups,
} from "./partition";
import { polisParameters } from "./polis-parameters";
import type { PreviousAnalysis } from "./previous-analysis";
import { orderRows } from "./row-order";
import { noStability } from "./stability";
import { flagStatements } from "./statement-flags";
import { computeStatementResults } from "./statement-results";
import { addCounts, countVotes, countVotesByGroup } from "./vote-counts";
import type { VoteMatrix } from "./vote-matrix";

/** Map, base clusters and groups for every k, by the rules of Pol.is. */
export interface PolisClusterings {
  /** See `orderRows`. */
  rowOrder: Int32Array;
  map: OpinionMap;
  base: BaseClusters;
  clusterings: GroupClustering[];
}

/**
 * An analysis by the rules of Pol.is, computed cold.
 * @see MATH.md part A
 */
export function computePolisAnalysis(
  input: Omit<AnalysisInput, "profile">,
  previous?: PreviousAnalysis,
): ComputedAnalysis {
  const votes = capVotes(input.votes, polisParameters);
  const { participants, statements } = votes;
  const flags = flagStatements(statements, input.statements);
  const { rowOrder, map, base, clusterings } = clusterByPolisRules(votes, flags.isModeratedOut);
  const given = input.groups && partitionByGivenGroups(participants, input.groups);
  const groupCount = smoothGroupCount(
    offerGroupCounts(clusterings, given),
    given ? undefined : previous?.frame, // given groups are shown at once
    polisParameters.groupCountBuffer,
  );
  const shown = clusterings.find(({ k }) => k === groupCount.k)?.clustering;
  const partition = given ?? partitionByClustering(base, shown, participants.length);
  const { ids, groupOfRow } = partition;
  const frame = computeFrame({ participants, map, partition, groupCount }, previous);
  const groups = countVotesByGroup(votes, groupOfRow, ids.length);
  const clustered = addCounts(groups, statements.length);
  const counts = {
    participants: participants.length,
    totals: countVotes(votes),
    groups,
    clustered,
  };
  const { representative, ...statementResults } = computeStatementResults(
    { statements, flags, groupIds: ids, map, counts },
    polisParameters,
  );
  return {
    core: {
      algorithm: { profile: "polis", version: "1", parameters: { ...polisParameters } },
      ...describeInput(
        {
          participants: input.votes.participants.length,
          votes: input.votes.values.length,
          columns: statements,
        },
        input.statements,
        flags.isModeratedOut,
      ),
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
      groupIds: groupIdsOf(partition),
      clusterIds: clusterIdsOf(base, participants.length),
      memberOrder: rowOrder,
    },
  };
}

/**
 * What Pol.is makes of the votes before it settles on a number of groups.
 * @param votes within the caps
 * @see MATH.md A2 to A7
 */
export function clusterByPolisRules(
  votes: VoteMatrix,
  isModeratedOut: Uint8Array,
): PolisClusterings {
  const rowOrder = orderRows(votes);
  const map = computeOpinionMap(votes, rowOrder, isModeratedOut, polisParameters.powerIterations);
  const clusteredRows = selectClusteredRows(votes, rowOrder, polisParameters);
  const base = formBaseClusters(map.points, clusteredRows, polisParameters);
  return { rowOrder, map, base, clusterings: clusterIntoGroups(base, polisParameters) };
}

function offerGroupCounts(clusterings: readonly GroupClustering[], given: Partition | undefined) {
  if (given) return { best: given.ids.length, available: [given.ids.length] };
  return { best: chooseGroupCount(clusterings), available: clusterings.map(({ k }) => k) };
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
