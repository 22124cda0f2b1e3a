import type { Analysis, RepresentativeStatement } from "../../schemas/analysis";
import { computeExtremity } from "../components/extremity";
import type { OpinionMap } from "../components/opinion-map";
import type { polisParameters } from "../polis/polis-parameters";
import type { StatementFlags } from "../votes/statement-flags";
import { addCounts, type VoteCounts } from "../votes/vote-counts";
import { selectConsensus } from "./consensus";
import { findDivisiveStatements } from "./divisive-statements";
import { computeGroupAwareConsensus } from "./group-aware-consensus";
import { computePriority } from "./priorities";
import { selectRepresentativeStatements } from "./representative-statements";
import { computeGroupStats } from "./statement-stats";

type StatementParameters = Pick<
  typeof polisParameters,
  | "z90"
  | "z95"
  | "representativePerGroup"
  | "consensusPerSide"
  | "consensusResamples"
  | "consensusSeed"
>;

/** Everything an analysis says about statements; the keys are those of the published JSON. */
export type StatementResults = Pick<
  Analysis,
  | "statementStats"
  | "statementTotals"
  | "consensus"
  | "divisive"
  | "groupAwareConsensus"
  | "extremity"
  | "priorities"
> & {
  /** By group index. */
  representative: RepresentativeStatement[][];
};

export interface StatementResultsInput {
  /** Statement id of each column. */
  statements: Int32Array;
  flags: StatementFlags;
  groupIds: readonly number[];
  map: Pick<OpinionMap, "center" | "components">;
  counts: StatementCounts;
}

export interface StatementCounts {
  /** With a vote. */
  participants: number;
  /** Of everybody with a vote. */
  totals: VoteCounts;
  /** Of each group. */
  groups: readonly VoteCounts[];
  /** Of everybody who is clustered, whether there are groups or not. */
  clustered: VoteCounts;
}

/**
 * Statistics, consensus and priorities for a partition. Statistics, consensus and divisive
 * statements are of live statements, the rest of every statement with a vote. Where there are no
 * groups, group-aware consensus is that of all who are clustered, as one group.
 * @see MATH.md A8 to A10 and B4
 */
export function computeStatementResults(
  { statements, flags, groupIds, map, counts }: StatementResultsInput,
  parameters: StatementParameters,
): StatementResults {
  const { participants, totals, groups, clustered } = counts;
  const columns = flags.liveColumns;
  const stats = computeGroupStats(groups, addCounts(groups, statements.length), columns);
  const consensusGroups = groups.length > 0 ? groups : [clustered];
  const extremity = computeExtremity(map.center, map.components);
  const liveIds = columns.map((column) => statements[column]!);
  const byStatement = <Value>(value: (column: number) => Value) => recordById(statements, value);
  return {
    representative: stats.map((ofGroup) =>
      selectRepresentativeStatements({ ids: liveIds, stats: ofGroup }, parameters),
    ),
    statementStats: Object.fromEntries(
      stats.map((ofGroup, group) => [
        groupIds[group]!,
        recordById(liveIds, (index) => ofGroup[index]!),
      ]),
    ),
    statementTotals: byStatement((column) => {
      const { agrees, disagrees, seen } = countsAt(totals, column);
      return { agrees, disagrees, votes: seen };
    }),
    consensus: selectConsensus({ counts: totals, participants, statements, columns }, parameters),
    divisive: findDivisiveStatements({ groups, groupIds, statements, columns }, parameters.z95),
    groupAwareConsensus: byStatement((column) =>
      computeGroupAwareConsensus(consensusGroups, column),
    ),
    extremity: byStatement((column) => extremity[column]!),
    priorities: byStatement((column) =>
      computePriority({
        ...countsAt(clustered, column),
        extremity: extremity[column]!,
        isMetadata: flags.isMetadata[column] === 1,
      }),
    ),
  };
}

/** What `value` gives for the index of each id; half the garbage of a list of entries. */
function recordById<Value>(
  ids: ArrayLike<number>,
  value: (index: number) => Value,
): Record<string, Value> {
  const record: Record<string, Value> = {};
  for (let index = 0; index < ids.length; index++) record[ids[index]!] = value(index);
  return record;
}

function countsAt(counts: VoteCounts, column: number) {
  return {
    agrees: counts.agrees[column]!,
    disagrees: counts.disagrees[column]!,
    seen: counts.seen[column]!,
  };
}
