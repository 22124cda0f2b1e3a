import type { AnalysisInput } from "../analyze";
import { computeOpinionMap } from "../components/opinion-map";
import type { ComputedAnalysis } from "../computed-analysis";
import { chooseGroupCount, type GroupCount, smoothGroupCount } from "../frame/group-count";
import type { PreviousAnalysis } from "../frame/previous-analysis";
import { type Partition, partitionByClustering, partitionByGivenGroups } from "../groups/partition";
import { capVotes } from "../votes/cap-votes";
import { selectClusteredRows } from "../votes/clustered-participants";
import { orderRows } from "../votes/row-order";
import { flagStatements } from "../votes/statement-flags";
import type { VoteMatrix } from "../votes/vote-matrix";
import { formBaseClusters } from "./base-clusters";
import { composePolisAnalysis, type PolisClusterings } from "./compose-polis";
import { clusterIntoGroups } from "./group-clusterings";
import { polisParameters } from "./polis-parameters";

/**
 * An analysis by the rules of Pol.is, computed cold.
 * @see MATH.md part A
 */
export function computePolisAnalysis(
  { votes: allVotes, statements, groups }: Omit<AnalysisInput, "profile">,
  previous?: PreviousAnalysis,
): ComputedAnalysis {
  const votes = capVotes(allVotes, polisParameters);
  const flags = flagStatements(votes.statements, statements);
  const found = clusterByPolisRules(votes, flags.isModeratedOut);
  const { partition, groupCount } = groups
    ? takeGivenGroups(votes.participants, groups)
    : settleOnGroups(found, votes.participants.length, previous?.frame);
  const input = {
    participants: allVotes.participants.length,
    votes: allVotes.values.length,
    statements,
  };
  return composePolisAnalysis({ votes, input, flags, found, partition, groupCount }, previous);
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

/**
 * The groups that are shown, after those shown before.
 * @param previous undefined: the best number of groups is shown at once
 * @see MATH.md A7
 */
export function settleOnGroups(
  { base, clusterings }: Pick<PolisClusterings, "base" | "clusterings">,
  rowCount: number,
  previous: GroupCount | undefined,
): { partition: Partition; groupCount: GroupCount } {
  const groupCount = smoothGroupCount(
    { best: chooseGroupCount(clusterings), available: clusterings.map(({ k }) => k) },
    previous,
    polisParameters.groupCountBuffer,
  );
  const shown = clusterings.find(({ k }) => k === groupCount.k)?.clustering;
  return { partition: partitionByClustering(base, shown, rowCount), groupCount };
}

/** Given groups are shown at once, however many. */
function takeGivenGroups(participants: Int32Array, groups: ReadonlyMap<number, number>) {
  const partition = partitionByGivenGroups(participants, groups);
  const { length: k } = partition.ids;
  const groupCount = smoothGroupCount(
    { best: k, available: [k] },
    undefined,
    polisParameters.groupCountBuffer,
  );
  return { partition, groupCount };
}
