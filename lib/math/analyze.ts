import type { Analysis } from "../schemas/analysis";
import { formBaseClusters } from "./base-clusters";
import { capVotes } from "./cap-votes";
import { selectClusteredRows } from "./clustered-participants";
import { computeCoverage } from "./coverage";
import {
  describeBaseClusters,
  describeGroups,
  describeMap,
  describeMembership,
} from "./describe-analysis";
import { computeFrame } from "./frame";
import { clusterIntoGroups, type GroupClustering } from "./group-clusterings";
import { chooseGroupCount, smoothGroupCount } from "./group-count";
import { computeOpinionMap } from "./opinion-map";
import { packVotes } from "./packed-votes";
import { type Partition, partitionByClustering, partitionByGivenGroups } from "./partition";
import { polisParameters } from "./polis-parameters";
import type { PreviousAnalysis } from "./previous-analysis";
import { orderRows } from "./row-order";
import { noStability } from "./stability";
import { type AnalysisStatement, flagStatements } from "./statement-flags";
import { computeStatementResults } from "./statement-results";
import type { VoteMatrix } from "./vote-matrix";

/** What an analysis is computed from. */
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
  const { participants } = votes;
  const flags = flagStatements(votes.statements, input.statements);
  const rowOrder = orderRows(votes);
  const { powerIterations } = polisParameters;
  const map = computeOpinionMap(votes, rowOrder, flags.isModeratedOut, powerIterations);
  const clusteredRows = selectClusteredRows(votes, rowOrder, polisParameters);
  const base = formBaseClusters(map.points, clusteredRows, polisParameters);
  const clusterings = clusterIntoGroups(base, polisParameters);

  const given = input.groups && partitionByGivenGroups(participants, input.groups);
  const groupCount = smoothGroupCount(
    offerGroupCounts(clusterings, given),
    given ? undefined : previous?.frame, // given groups are shown at once
    polisParameters.groupCountBuffer,
  );
  const shown = clusterings.find(({ k }) => k === groupCount.k)?.clustering;
  const partition = given ?? partitionByClustering(base, shown, participants.length);
  const frame = computeFrame({ participants, map, partition, groupCount }, previous);
  const { representative, ...statementResults } = computeStatementResults(
    { votes, flags, partition, map },
    polisParameters,
  );
  return {
    algorithm: { profile: input.profile, version: "1", parameters: { ...polisParameters } },
    ...countInput(input),
    statementsVoted: votes.statements.length,
    moderatedOut: [...votes.statements.filter((_, column) => flags.isModeratedOut[column])],
    clustered: partition.groupOfRow.filter((group) => group !== -1).length,
    ...describeMap(votes, map),
    k: partition.ids.length,
    silhouettes: Object.fromEntries(clusterings.map(({ k, silhouette }) => [k, silhouette])),
    structure: { clear: true, pValue: null, method: "none" },
    groups: describeGroups(partition, map.points, frame, representative),
    baseClusters: describeBaseClusters(base, partition, participants),
    ...statementResults,
    coverage: computeCoverage({
      votes: packVotes(votes),
      consensus: statementResults.consensus,
      groups: partition,
    }),
    stability: noStability,
    approximate: false,
    frame,
    membership: describeMembership(participants, partition),
  };
}

function offerGroupCounts(clusterings: readonly GroupClustering[], given: Partition | undefined) {
  if (given) return { best: given.ids.length, available: [given.ids.length] };
  return { best: chooseGroupCount(clusterings), available: clusterings.map(({ k }) => k) };
}

/** Statements known are those listed and those only voted on. */
function countInput({ votes, statements }: AnalysisInput) {
  return {
    participants: votes.participants.length,
    statements: new Set([...statements.map(({ id }) => id), ...votes.statements]).size,
    votes: votes.values.length,
  };
}
