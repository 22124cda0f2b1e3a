import type { Analysis } from "../../schemas/analysis";

type Rename = (id: number) => number;

/** The same analysis with other ids, for comparing conversations that differ in nothing else. */
export function renameAnalysis(
  analysis: Analysis,
  { participant, statement }: { participant: Rename; statement: Rename },
): Analysis {
  const keys = <Value>(record: Record<string, Value>, rename: Rename): Record<string, Value> =>
    Object.fromEntries(Object.entries(record).map(([id, value]) => [rename(Number(id)), value]));
  const entries = <Entry extends { statement: number }>(list: Entry[]): Entry[] =>
    list.map((entry) => ({ ...entry, statement: statement(entry.statement) }));
  const { components, groups, baseClusters, statementStats, consensus } = analysis;
  return {
    ...analysis,
    moderatedOut: analysis.moderatedOut.map(statement),
    components: components.map((component) => ({
      ...component,
      loadings: keys(component.loadings, statement),
    })),
    center: keys(analysis.center, statement),
    groups: groups.map((group) => ({ ...group, representative: entries(group.representative) })),
    membership: keys(analysis.membership, participant),
    positions: keys(analysis.positions, participant),
    baseClusters: baseClusters.map((cluster) => ({
      ...cluster,
      members: cluster.members!.map(participant),
    })),
    statementStats: Object.fromEntries(
      Object.entries(statementStats).map(([group, stats]) => [group, keys(stats, statement)]),
    ),
    statementTotals: keys(analysis.statementTotals, statement),
    consensus: { agree: entries(consensus.agree), disagree: entries(consensus.disagree) },
    divisive: entries(analysis.divisive),
    groupAwareConsensus: keys(analysis.groupAwareConsensus, statement),
    extremity: keys(analysis.extremity, statement),
    priorities: keys(analysis.priorities, statement),
  };
}
