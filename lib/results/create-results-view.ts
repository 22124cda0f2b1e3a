import type { StatementPull } from "@/lib/map/place-statements";
import { computeWilsonInterval } from "@/lib/math/statements/wilson-interval";
import type { ConsensusStatement, Group, PublicAnalysis, Stability } from "@/lib/schemas/analysis";
import type {
  DividingStatement,
  GroupPanel,
  Redrawings,
  ResultsView,
  SharedCoverage,
  SharedStatement,
  StatementResult,
  UncertainStatement,
} from "./results-view";
import { countVoters, createTally, hiddenTally, smallestCrowd, type Tally } from "./tally";

/** Lists of a page are as long as people read. */
const longestList = 5;
/** A statement is uncertain when surely more than this share of its voters passed. */
const uncertainShare = 0.2;
const z95 = 1.96;
const roundingError = 1e-9;

interface Published {
  version: number;
  createdAt: Date;
  analysis: PublicAnalysis;
}

/**
 * Turns an analysis into what a results page says: counts, never more than a list of five.
 * @param isPublished says whether a statement may be shown; others are left out everywhere
 */
export function createResultsView(
  { version, createdAt, analysis }: Published,
  isPublished: (statement: number) => boolean,
): ResultsView {
  const groups = [...analysis.groups].sort((a, b) => (a.letter < b.letter ? -1 : 1));
  const statements = listStatementResults(analysis, groups).filter(({ statement }) =>
    isPublished(statement),
  );
  const byStatement = new Map(statements.map((result) => [result.statement, result]));
  return {
    version,
    computedAt: createdAt.toISOString(),
    algorithm: { profile: analysis.algorithm.profile, version: analysis.algorithm.version },
    participants: analysis.participants,
    onMap: analysis.clustered,
    votes: analysis.votes,
    structure: { isClear: analysis.structure.clear, pValue: analysis.structure.pValue },
    redrawings: describeRedrawings(analysis),
    map: keepMapSource(analysis),
    pulls: listPulls(analysis, byStatement),
    shared: listShared(analysis, byStatement),
    coverage: describeCoverage(analysis, groups),
    groups: groups.map((group) => describeGroup(group, analysis, byStatement)),
    dividing: listDividing(analysis, byStatement),
    uncertain: listUncertain(statements),
    statements,
  };
}

/** A page is sent what it draws: no members, no representative statements twice. */
function keepMapSource({ baseClusters, groups, frame }: PublicAnalysis): ResultsView["map"] {
  return {
    baseClusters: baseClusters.map(({ id, center: [x, y], group, count, members }) => ({
      id,
      center: [round(x), round(y)],
      group,
      count: count === undefined ? (members?.length ?? 1) : count,
    })),
    groups: groups.map((group) => ({ ...group, representative: [] })),
    frame,
  };
}

function listPulls(
  { components, moderatedOut }: PublicAnalysis,
  results: Map<number, StatementResult>,
): StatementPull[] {
  const weightless = new Set(moderatedOut);
  const loading = (component: number, statement: number) =>
    round(components[component]?.loadings[statement] ?? 0);
  return [...results.keys()]
    .filter((statement) => !weightless.has(statement))
    .map((statement) => ({ statement, pull: [loading(0, statement), loading(1, statement)] }));
}

/** Far below a pixel, and a third of the bytes. */
function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}

/** Every statement with a vote; `center` names them, for a crowd too small to be told of has no total. */
function listStatementResults(analysis: PublicAnalysis, groups: Group[]): StatementResult[] {
  const { center, statementTotals, statementStats, moderatedOut, participants } = analysis;
  const outside = new Set(moderatedOut);
  return Object.keys(center)
    .map((key) => {
      const [statement, total] = [Number(key), statementTotals[key]];
      // What is moderated out, so statements about the participant too, is not counted by group.
      const crowds = outside.has(statement) ? [] : groups;
      return {
        statement,
        all: total ? createTally(total, participants) : hiddenTally,
        groups: crowds.map(({ id, letter, size }) => {
          const stats = statementStats[id]?.[key];
          return { letter, tally: stats ? createTally(stats, size) : hiddenTally };
        }),
      };
    })
    .sort((a, b) => a.statement - b.statement);
}

function describeRedrawings(analysis: PublicAnalysis): Redrawings {
  const { algorithm, consensus, stability, approximate } = analysis;
  const { consensusResamples } = algorithm.parameters;
  const isTried = [...consensus.agree, ...consensus.disagree].some(
    ({ survival }) => survival !== null,
  );
  return {
    ofShared: isTried && typeof consensusResamples === "number" ? consensusResamples : 0,
    ofGroups: stability.resamples,
    participants: stability.participants,
    sameGroupCount: stability.sameK,
    meanAgreement: stability.meanAdjustedRandIndex,
    areCarriedOn: areCarriedOn(stability),
    areEarlier: approximate,
  };
}

/** Told by the figures: earlier ones are of fewer people where some have come since, too. */
function areCarriedOn({ meanAdjustedRandIndex, meanAmongDrawn }: Stability): boolean {
  if (meanAdjustedRandIndex === null || meanAmongDrawn === null) return false;
  return meanAdjustedRandIndex - meanAmongDrawn > roundingError;
}

function describeCoverage({ coverage }: PublicAnalysis, groups: Group[]): SharedCoverage | null {
  if (!coverage || coverage.share === 0) return null;
  const { share, worst } = coverage;
  const least = groups.find(({ id }) => id === worst?.group);
  const isShowable = worst && least?.size != null && least.size >= smallestCrowd;
  return { share, leastServed: isShowable ? { letter: least.letter, share: worst.share } : null };
}

function listShared(
  { consensus }: PublicAnalysis,
  results: Map<number, StatementResult>,
): SharedStatement[] {
  const toShared = (value: 1 | -1) => (entry: ConsensusStatement) => {
    const result = results.get(entry.statement);
    if (!result) return [];
    const { statement, low, high, survival } = entry;
    const isInEveryGroup = isMajorityEverywhere(result, value);
    return [{ statement, value, low, high, isInEveryGroup, survival }];
  };
  return [...consensus.agree.flatMap(toShared(1)), ...consensus.disagree.flatMap(toShared(-1))];
}

function isMajorityEverywhere({ groups }: StatementResult, value: 1 | -1): boolean {
  return groups.every(({ tally }) => tally.isHidden || isMajority(tally, value));
}

function isMajority(tally: Tally, value: 1 | -1): boolean {
  return 2 * (value === 1 ? tally.agrees : tally.disagrees) > countVoters(tally);
}

function describeGroup(
  group: Group,
  { clustered, stability }: PublicAnalysis,
  results: Map<number, StatementResult>,
): GroupPanel {
  const { letter, size } = group;
  return {
    letter,
    size,
    share: size === null || clustered === null ? null : size / Math.max(clustered, 1),
    stability: stability.resamples === 0 ? null : (stability.perGroup[group.id] ?? null),
    standsFor: group.representative.flatMap(({ statement, value }) => {
      const result = results.get(statement);
      const own = result?.groups.find(({ letter }) => letter === group.letter);
      // By Pol.is' rules what a group agrees with best may be listed for the side it does not take.
      if (!result || !own || !isMajority(own.tally, value)) return [];
      const others = result.groups.filter(({ letter }) => letter !== group.letter);
      const interval = intervalOf(own.tally, value === 1 ? "agrees" : "disagrees");
      return [{ statement, value, ...interval, group: own.tally, others: addTallies(others) }];
    }),
  };
}

/** 95% interval of a share; counted here, so that analyses of before it was published have it too. */
function intervalOf(tally: Tally, kind: "agrees" | "disagrees" | "passes") {
  return computeWilsonInterval(tally[kind], countVoters(tally), z95);
}

function addTallies(parts: { tally: Tally }[]): Tally {
  const sum = { agrees: 0, disagrees: 0, passes: 0, notVoted: 0 };
  for (const { tally } of parts) {
    sum.agrees += tally.agrees;
    sum.disagrees += tally.disagrees;
    sum.passes += tally.passes;
    sum.notVoted += tally.notVoted ?? 0;
  }
  return sum;
}

function listDividing(
  { divisive, groups }: PublicAnalysis,
  results: Map<number, StatementResult>,
): DividingStatement[] {
  const letterOf = new Map(groups.map(({ id, letter }) => [id, letter]));
  return divisive
    .flatMap(({ statement, groups: [first, second], difference, low, high }) => {
      const result = results.get(statement);
      const letters: [string, string] = [letterOf.get(first) ?? "", letterOf.get(second) ?? ""];
      const compared = result?.groups.filter(({ letter }) => letters.includes(letter)) ?? [];
      const isShowable = compared.every(({ tally }) => countVoters(tally) >= smallestCrowd);
      // What was stored before there was an interval is read as one that says nothing.
      const interval = high - low < 2 ? { low, high } : null;
      return compared.length === 2 && isShowable
        ? [{ statement, letters, difference, interval }]
        : [];
    })
    .slice(0, longestList);
}

function listUncertain(results: StatementResult[]): UncertainStatement[] {
  return results
    .flatMap(({ statement, all }) => {
      const voters = countVoters(all);
      if (voters < smallestCrowd) return [];
      const { low, high } = intervalOf(all, "passes");
      return low > uncertainShare ? [{ statement, passShare: all.passes / voters, low, high }] : [];
    })
    .sort((a, b) => b.low - a.low || a.statement - b.statement)
    .slice(0, longestList);
}
