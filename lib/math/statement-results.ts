import type { PublicAnalysis, RepresentativeStatement, StatementStats } from "../schemas/analysis";
import { selectConsensus } from "./consensus";
import { findDivisiveStatements } from "./divisive-statements";
import { computeExtremity } from "./extremity";
import { computeGroupAwareConsensus } from "./group-aware-consensus";
import type { OpinionMap } from "./opinion-map";
import type { Partition } from "./partition";
import type { polisParameters } from "./polis-parameters";
import { computePriority } from "./priorities";
import { selectRepresentativeStatements } from "./representative-statements";
import type { StatementFlags } from "./statement-flags";
import { computeGroupStats } from "./statement-stats";
import { addCounts, countVotes, countVotesByGroup, type VoteCounts } from "./vote-counts";
import type { VoteMatrix } from "./vote-matrix";

/** Everything an analysis says about statements; the keys are those of the published JSON. */
export type StatementResults = Pick<
  PublicAnalysis,
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
  votes: VoteMatrix;
  flags: StatementFlags;
  partition: Partition;
  map: OpinionMap;
}

/**
 * Counts, statistics, consensus and priorities for a partition. Statistics, consensus and divisive
 * statements are of live statements, the rest of every statement with a vote.
 * @see MATH.md A8 to A10 and B4
 */
export function computeStatementResults(
  { votes, flags, partition, map }: StatementResultsInput,
  parameters: typeof polisParameters,
): StatementResults {
  const { statements } = votes;
  const columns = flags.liveColumns;
  const totals = countVotes(votes);
  const groups = countVotesByGroup(votes, partition.groupOfRow, partition.ids.length);
  const everyGroup = addCounts(groups, statements.length);
  const stats = computeGroupStats(groups, everyGroup, columns);
  const extremity = computeExtremity(map.center, map.components);
  const byStatement = <Value>(value: (column: number) => Value): Record<string, Value> =>
    Object.fromEntries(Array.from(statements, (id, column) => [id, value(column)]));
  return {
    representative: stats.map((ofGroup) =>
      selectRepresentativeStatements(withStatementIds(ofGroup, statements), parameters),
    ),
    statementStats: Object.fromEntries(
      stats.map((ofGroup, group) => [
        partition.ids[group]!,
        Object.fromEntries(withStatementIds(ofGroup, statements)),
      ]),
    ),
    statementTotals: byStatement((column) => {
      const { agrees, disagrees, seen } = countsAt(totals, column);
      return { agrees, disagrees, votes: seen };
    }),
    consensus: selectConsensus({ counts: totals, statements, columns }, parameters),
    divisive: findDivisiveStatements(
      { groups, groupIds: partition.ids, statements, columns },
      parameters.z95,
    ),
    groupAwareConsensus: byStatement((column) => computeGroupAwareConsensus(groups, column)),
    extremity: byStatement((column) => extremity[column]!),
    priorities: byStatement((column) =>
      computePriority({
        ...countsAt(everyGroup, column),
        extremity: extremity[column]!,
        isMetadata: flags.isMetadata[column] === 1,
      }),
    ),
  };
}

function withStatementIds(
  stats: ReadonlyMap<number, StatementStats>,
  statements: Int32Array,
): [statement: number, stats: StatementStats][] {
  return Array.from(stats, ([column, ofColumn]) => [statements[column]!, ofColumn]);
}

function countsAt(counts: VoteCounts, column: number) {
  return {
    agrees: counts.agrees[column]!,
    disagrees: counts.disagrees[column]!,
    seen: counts.seen[column]!,
  };
}
