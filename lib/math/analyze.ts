import type { Analysis, BaseCluster, Frame, Group } from "../schemas/analysis";
import { type BaseClusters, formBaseClusters } from "./base-clusters";
import { capVotes } from "./cap-votes";
import { selectClusteredRows } from "./clustered-participants";
import { chooseShownCount, computeFrame } from "./frame";
import { clusterIntoGroups } from "./group-clusterings";
import { computeOpinionMap, type OpinionMap } from "./opinion-map";
import { type Partition, partitionByClustering, partitionByGivenGroups } from "./partition";
import { polisParameters } from "./polis-parameters";
import type { PreviousAnalysis } from "./previous-analysis";
import { orderRows } from "./row-order";
import { type AnalysisStatement, flagStatements } from "./statement-flags";
import { computeStatementResults, type StatementResults } from "./statement-results";
import type { VoteMatrix } from "./vote-matrix";

export interface AnalysisInput {
  votes: VoteMatrix;
  /** Every statement of the conversation, voted on or not, in any order. */
  statements: readonly AnalysisStatement[];
  profile: "polis";
  /** Group id by participant: statistics for these groups instead of found ones. */
  groups?: ReadonlyMap<number, number>;
}

/**
 * Computes one analysis: vote matrix, map, base clusters, groups, statistics, consensus, priorities.
 *
 * A pure function of its arguments: the same votes give the same bits in every engine, whatever
 * order they came in. Everything but the frame (orientation, letters, shown number of groups) is
 * computed from the votes alone; `previous` only keeps the frame still.
 * Few or no votes give small or empty parts, never an error and never NaN: without votes `k` is 0
 * and every list is empty; when everybody stands in one place there is one group.
 * `k` counts the groups reported; it is below `frame.k` when a cluster became empty.
 * @throws RangeError never for a matrix made by `createVoteMatrix` or a ledger
 * @see MATH.md part A; Small et al. 2021
 */
export function analyze(input: AnalysisInput, previous?: PreviousAnalysis): Analysis {
  const votes = capVotes(input.votes, polisParameters);
  const rowCount = votes.participants.length;
  const flags = flagStatements(votes.statements, input.statements);
  const map = computeOpinionMap(votes, flags.isModeratedOut, polisParameters.powerIterations);
  const clusteredRows = selectClusteredRows(votes, orderRows(votes), polisParameters);
  const base = formBaseClusters(map.points, clusteredRows, polisParameters);
  const weights = Float64Array.from(base.members, (members) => members.length);
  const clusterings = clusterIntoGroups(base.centers, weights, polisParameters);

  const given = input.groups && partitionByGivenGroups(votes.participants, input.groups);
  const count = chooseShownCount(
    clusterings,
    given?.ids.length,
    previous,
    polisParameters.groupCountBuffer,
  );
  const shown = clusterings.find(({ k }) => k === count.k)?.clustering;
  const partition = given ?? partitionByClustering(base, shown, rowCount);
  const frame = computeFrame(votes.participants, map, partition, count, previous);
  const results = computeStatementResults(votes, flags, partition, map, polisParameters);
  const { representative, ...statementResults } = results;
  return {
    algorithm: { profile: input.profile, version: "1", parameters: { ...polisParameters } },
    participants: input.votes.participants.length,
    statements: countStatements(input),
    statementsVoted: votes.statements.length,
    moderatedOut: [...votes.statements.filter((_, column) => flags.isModeratedOut[column])],
    votes: input.votes.values.length,
    clustered: partition.groupOfRow.reduce((sum, group) => sum + (group === -1 ? 0 : 1), 0),
    ...describeMap(votes, map),
    k: partition.ids.length,
    silhouettes: Object.fromEntries(clusterings.map(({ k, silhouette }) => [k, silhouette])),
    structure: { clear: true, pValue: null, method: "none" },
    groups: describeGroups(partition, map.points, frame, representative),
    baseClusters: describeBaseClusters(base, partition, votes.participants),
    ...statementResults,
    stability: { resamples: 0, meanAdjustedRandIndex: null, perGroup: {} },
    frame,
    membership: describeMembership(votes.participants, partition),
  };
}

/** Statements known: those listed and those only voted on. */
function countStatements({ votes, statements }: AnalysisInput): number {
  return new Set([...statements.map(({ id }) => id), ...votes.statements]).size;
}

function describeMap(
  { participants, statements }: VoteMatrix,
  { center, components, points }: OpinionMap,
): Pick<Analysis, "components" | "center" | "positions"> {
  const byStatement = (values: Float64Array) =>
    Object.fromEntries(Array.from(statements, (id, column) => [id, values[column]!]));
  return {
    components: components.loadings.map((loadings, index) => ({
      loadings: byStatement(loadings),
      variance: components.variances[index]!,
      varianceRatio: components.varianceRatios[index]!,
    })),
    center: byStatement(center),
    positions: Object.fromEntries(
      Array.from(participants, (id, row) => [id, [points[2 * row]!, points[2 * row + 1]!]]),
    ),
  };
}

function describeGroups(
  { ids, groupOfRow }: Partition,
  points: Float64Array,
  frame: Frame,
  representative: StatementResults["representative"],
): Group[] {
  const groups = ids.map((id, index): Group => {
    return {
      id,
      letter: frame.letters[id]!,
      size: 0,
      center: [0, 0],
      representative: representative[index]!,
    };
  });
  groupOfRow.forEach((index, row) => {
    const group = groups[index];
    if (!group) return;
    group.size += 1;
    group.center[0] += points[2 * row]!;
    group.center[1] += points[2 * row + 1]!;
  });
  for (const { center, size } of groups) {
    center[0] /= size;
    center[1] /= size;
  }
  return groups;
}

function describeBaseClusters(
  base: BaseClusters,
  { ids, groupOfBaseCluster }: Partition,
  participants: Int32Array,
): BaseCluster[] {
  return Array.from(base.ids, (id, cluster) => ({
    id,
    center: [base.centers[2 * cluster]!, base.centers[2 * cluster + 1]!],
    group: groupOfBaseCluster ? ids[groupOfBaseCluster[cluster]!]! : null,
    members: base.members[cluster]!.map((row) => participants[row]!),
  }));
}

function describeMembership(participants: Int32Array, { ids, groupOfRow }: Partition) {
  const membership: Analysis["membership"] = {};
  groupOfRow.forEach((group, row) => {
    if (group !== -1) membership[participants[row]!] = ids[group]!;
  });
  return membership;
}
