import { type CarriedCertainty, carryStability } from "../certainty/certainty";
import type { OpinionMap } from "../components/opinion-map";
import type { ComputedAnalysis } from "../computed-analysis";
import {
  describeBaseClusters,
  describeGroups,
  describeInput,
  describeMap,
} from "../describe-analysis";
import { computeFrame } from "../frame/frame";
import type { PreviousAnalysis } from "../frame/previous-analysis";
import type { GroupChoice } from "../groups/find-groups";
import { formMapClusters } from "../groups/map-clusters";
import { idsOfRows } from "../groups/partition";
import type { Places } from "../groups/places";
import { computeCoverage } from "../statements/coverage";
import { computeStatementResults } from "../statements/statement-results";
import { countGroupsOfTotal, splitCounts } from "../votes/count-codes";
import type { PackedVotes } from "../votes/packed-votes";
import type { AnalysisStatement, StatementFlags } from "../votes/statement-flags";
import { addCounts } from "../votes/vote-counts";
import { plenumParameters } from "./plenum-parameters";
import type { SettledGroups } from "./settle-plenum-groups";

/** What the votes gave, stage by stage. */
export interface PlenumStages {
  votes: PackedVotes;
  /** How often each code occurs in them. */
  totals: Int32Array;
  /** Every statement of the conversation. */
  listed: readonly AnalysisStatement[];
  flags: StatementFlags;
  map: OpinionMap;
  clusteredRows: Int32Array;
  places: Places;
  choices: readonly GroupChoice[];
  settled: SettledGroups;
}

/** An analysis by profile `plenum`, with its certainty for a later one to take over. */
export interface PlenumAnalysis extends ComputedAnalysis {
  certainty: CarriedCertainty;
}

/**
 * The analysis that follows from the shown groups: frame, counts, statistics, consensus, coverage.
 * @param carried certainty of an earlier analysis: this one is approximate
 * @see MATH.md A8 to A10 and B3, B4
 */
export function composePlenumAnalysis(
  stages: PlenumStages,
  { previous, carried }: { previous?: PreviousAnalysis; carried?: CarriedCertainty },
): PlenumAnalysis {
  const { votes, listed, flags, map, clusteredRows, places, choices, settled } = stages;
  const { participants, statements } = votes;
  const { partition, groupCount, structure } = settled;
  const { ids } = partition;
  const frame = computeFrame({ participants, map, partition, groupCount }, previous);
  const stability = carried ? carryStability(carried, frame.letters) : settled.stability;
  const counts = countAll(stages);
  const { representative, ...statementResults } = computeStatementResults(
    { statements, flags, groupIds: ids, map, counts },
    plenumParameters,
  );
  // Given groups may part people who stand in one place: then they cut across clusters.
  const groupOfRow = settled.areFound && ids.length > 0 ? partition.groupOfRow : null;
  const clusters = formMapClusters(places, groupOfRow, plenumParameters);
  return {
    core: {
      algorithm: { profile: "plenum", version: "1", parameters: { ...plenumParameters } },
      ...describeInput(
        { participants: participants.length, votes: votes.codes.length, columns: statements },
        listed,
        flags.isModeratedOut,
      ),
      clustered: ids.length > 0 ? countGrouped(partition.groupOfRow) : clusteredRows.length,
      ...describeMap(statements, map),
      k: ids.length,
      silhouettes: Object.fromEntries(choices.map(({ k, silhouette }) => [k, silhouette])),
      structure,
      groups: describeGroups(partition, map.points, frame, representative),
      baseClusters: describeBaseClusters(clusters, ids),
      ...statementResults,
      coverage: computeCoverage({
        votes,
        consensus: statementResults.consensus,
        groups: partition,
      }),
      stability,
      approximate: carried !== undefined,
    },
    frame,
    rows: {
      participants,
      points: map.points,
      groupIds: idsOfRows(partition.groupOfRow, ids),
      clusterIds: idsOfRows(clusters.clusterOfRow, clusters.ids),
    },
    certainty: { structure, stability, letters: frame.letters },
  };
}

function countGrouped(groupOfRow: Int32Array): number {
  let count = 0;
  for (let row = 0; row < groupOfRow.length; row++) if (groupOfRow[row] !== -1) count++;
  return count;
}

/** Counts of everybody, of each group and of all who are clustered. */
function countAll({ votes, totals, clusteredRows, settled }: PlenumStages) {
  const { ids, groupOfRow } = settled.partition;
  const hasGroups = ids.length > 0;
  // Without groups those who are clustered count as one.
  const partOfRow = hasGroups ? groupOfRow : new Int32Array(groupOfRow.length).fill(-1);
  if (!hasGroups) for (const row of clusteredRows) partOfRow[row] = 0;
  const parts = countGroupsOfTotal(votes, totals, partOfRow, hasGroups ? ids.length : 1);
  return {
    participants: votes.participants.length,
    totals: splitCounts(totals),
    groups: hasGroups ? parts : [],
    clustered: addCounts(parts, votes.statements.length),
  };
}
