import type { PublicAnalysis } from "../schemas/analysis";
import { type HiddenCrowds, hideSmallCrowds } from "./hide-small-crowds";
import { suppressMap } from "./suppress-map";

/** The parts of an analysis that tell of single statements. */
type Told = Pick<
  PublicAnalysis,
  | "participants"
  | "clustered"
  | "baseClusters"
  | "center"
  | "groups"
  | "statementStats"
  | "statementTotals"
  | "consensus"
  | "divisive"
  | "groupAwareConsensus"
  | "extremity"
  | "priorities"
  | "coverage"
>;

/**
 * An analysis as everybody may read it: without the votes that `suppressVotes` hides and the numbers of
 * people that `suppressMap` hides.
 * @returns a copy; doing it twice changes nothing
 */
export function suppressAnalysis<Analysis extends Told>(analysis: Analysis): Analysis {
  const told = suppressMap(suppressVotes(analysis));
  const { coverage, groups } = told;
  if (!coverage) return told;
  const isTold = (id: string | number) =>
    groups.some((group) => group.id === Number(id) && group.size !== null);
  // The worst of all bounds those that are hidden: where it is 1, whoever is left out is in no group.
  const isWorstTold = groups.every(({ id }) => isTold(id));
  const { share, perGroup, worst } = coverage;
  return {
    ...told,
    coverage: {
      share,
      perGroup: keepRecord(perGroup, isTold),
      worst: isWorstTold ? worst : null,
    },
  };
}

/**
 * An analysis without the figures of crowds that `hideSmallCrowds` hides, and without those from which
 * they follow. Where a group is hidden, the others lose what compares them with it (`ra`, `rd`, `rat`,
 * `rdt`, `repness`, `repnessTest`). Where everybody is hidden, the mean vote in `center` reads 0, so
 * that it is still seen which statements are known.
 * By itself it is what was told, and signed, before there was `suppressMap`.
 * @returns a copy; doing it twice changes nothing
 */
export function suppressVotes<Analysis extends Told>(analysis: Analysis): Analysis {
  const hiddenOf = findHidden(analysis);
  const isAllHidden = (statement: string | number) => hiddenOf.get(String(statement))?.all ?? false;
  const isTouched = (statement: string | number) => hiddenOf.has(String(statement));
  const isHidden = (group: number, statement: number) =>
    hiddenOf.get(String(statement))?.groups.has(group) ?? false;
  const { consensus } = analysis;
  const keepConsensus = (list: Told["consensus"]["agree"]) =>
    list.filter(({ statement }) => !isAllHidden(statement));

  return {
    ...analysis,
    center: mapRecord(analysis.center, (mean, statement) => (isAllHidden(statement) ? 0 : mean)),
    groups: analysis.groups.map((group) => ({
      ...group,
      representative: group.representative
        .filter(({ statement }) => !isHidden(group.id, statement))
        .map((entry) => (isTouched(entry.statement) ? withoutComparison(entry) : entry)),
    })),
    statementStats: mapRecord(analysis.statementStats, (ofGroup, group) =>
      mapRecord(
        keepRecord(ofGroup, (statement) => !isHidden(Number(group), Number(statement))),
        (stats, statement) => (isTouched(statement) ? withoutRatios(stats) : stats),
      ),
    ),
    statementTotals: keepRecord(analysis.statementTotals, (statement) => !isAllHidden(statement)),
    consensus: {
      agree: keepConsensus(consensus.agree),
      disagree: keepConsensus(consensus.disagree),
    },
    divisive: analysis.divisive.filter(
      ({ statement, groups: [first, second] }) =>
        !isHidden(first, statement) && !isHidden(second, statement),
    ),
    groupAwareConsensus: keepRecord(analysis.groupAwareConsensus, (id) => !isTouched(id)),
    extremity: keepRecord(analysis.extremity, (id) => !isAllHidden(id)),
    priorities: keepRecord(analysis.priorities, (id) => !isTouched(id)),
  };
}

interface Hidden {
  all: boolean;
  /** Ids. */
  groups: Set<number>;
}

/** By statement id; statements of which nothing is hidden are left out. */
function findHidden(analysis: Told): Map<string, Hidden> {
  const { participants, clustered, groups, statementStats, statementTotals } = analysis;
  const ids = groups.map(({ id }) => id);
  // Where groups are not reported, everybody is in none: there is nothing to subtract. Where `clustered`
  // is hidden, this was done before.
  const ungrouped = ids.length === 0 || clustered === null ? 0 : participants - clustered;
  const found = new Map<string, Hidden>();
  for (const [statement, { votes }] of Object.entries(statementTotals)) {
    const voters = ids.map((id) => statementStats[id]?.[statement]?.votes ?? 0);
    const hidden = hideSmallCrowds({ all: votes, groups: voters, ungrouped });
    if (isNothingHidden(hidden)) continue;
    found.set(statement, {
      all: hidden.all,
      groups: new Set(ids.filter((_, index) => hidden.all || hidden.groups[index])),
    });
  }
  return found;
}

function isNothingHidden({ all, groups }: HiddenCrowds): boolean {
  return !all && !groups.includes(true);
}

function withoutRatios({
  ra: _ra,
  rd: _rd,
  rat: _rat,
  rdt: _rdt,
  ...stats
}: Told["statementStats"][string][string]) {
  return stats;
}

function withoutComparison({
  repness: _repness,
  repnessTest: _test,
  ...entry
}: Told["groups"][number]["representative"][number]) {
  return entry;
}

function mapRecord<From, To>(
  record: Record<string, From>,
  change: (value: From, key: string) => To,
): Record<string, To> {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [key, change(value, key)]),
  );
}

function keepRecord<Value>(
  record: Record<string, Value>,
  isKept: (key: string) => boolean,
): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => isKept(key)));
}
