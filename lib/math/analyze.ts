import type { Analysis } from "../schemas/analysis";
import { formBaseClusters } from "./base-clusters";
import { capVotes } from "./cap-votes";
import { selectClusteredRows } from "./clustered-participants";
import {
  describeBaseClusters,
  describeGroups,
  describeMap,
  describeMembership,
} from "./describe-analysis";
import { chooseShownCount, computeFrame } from "./frame";
import { clusterIntoGroups } from "./group-clusterings";
import { computeOpinionMap } from "./opinion-map";
import { partitionByClustering, partitionByGivenGroups } from "./partition";
import { polisParameters } from "./polis-parameters";
import type { PreviousAnalysis } from "./previous-analysis";
import { orderRows } from "./row-order";
import { type AnalysisStatement, flagStatements } from "./statement-flags";
import { computeStatementResults } from "./statement-results";
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
  const rowOrder = orderRows(votes);
  const { powerIterations } = polisParameters;
  const map = computeOpinionMap(votes, rowOrder, flags.isModeratedOut, powerIterations);
  const clusteredRows = selectClusteredRows(votes, rowOrder, polisParameters);
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
