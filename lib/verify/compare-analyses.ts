import type { PublicAnalysis } from "../schemas/analysis";
import { suppressAnalysis, suppressVotes } from "../suppress/suppress-analysis";
import { canonicalJson } from "./canonical-json";
import type { Finding } from "./finding";

/**
 * What an analysis tells otherwise than the votes do, figure by figure. It may be told whole or
 * without what few people would be known by, by the rules of now or of before.
 * @param computed whole
 * @returns empty when both say the same to the last bit
 */
export function compareAnalyses(told: PublicAnalysis, computed: PublicAnalysis): Finding[] {
  let fewest = findDifferences(told, computed);
  for (const suppress of [suppressAnalysis, suppressVotes]) {
    if (fewest.length === 0) break;
    const differences = findDifferences(told, suppress(computed));
    if (differences.length < fewest.length) fewest = differences;
  }
  return fewest;
}

interface Figure {
  part: string;
  group?: number;
  statement?: number;
  text: string;
}

function findDifferences(told: PublicAnalysis, computed: PublicAnalysis): Finding[] {
  const tellings = index(told);
  const results = index(computed);
  const keys = new Set([...results.keys(), ...tellings.keys()]);
  return [...keys].flatMap((key): Finding[] => {
    const [one, other] = [tellings.get(key), results.get(key)];
    if (one?.text === other?.text) return [];
    const { text: _text, ...place } = (one ?? other)!;
    const texts = { told: one?.text ?? null, computed: other?.text ?? null };
    const letter = place.group === undefined ? undefined : told.frame.letters[place.group];
    return [{ code: "figure-differs", ...place, letter, ...texts }];
  });
}

function index(analysis: PublicAnalysis): Map<string, Figure> {
  const figures = new Map<string, Figure>();
  for (const { value, ...place } of listFigures(analysis)) {
    figures.set(canonicalJson(place), { ...place, text: canonicalJson(value) });
  }
  return figures;
}

interface Place {
  part: string;
  group?: number;
  statement?: number;
  value: unknown;
}

/**
 * Every figure at the place where a reader looks for it, in the order in which it matters to them;
 * lists by statement, with its rank.
 */
function* listFigures(analysis: PublicAnalysis): Generator<Place> {
  const { participants, votes, clustered, k, groups, consensus } = analysis;
  for (const [part, value] of Object.entries({ participants, votes, clustered, k })) {
    yield { part, value };
  }
  yield* byStatement("statementTotals", analysis.statementTotals);
  for (const { id: group, letter: _letter, representative: _list, ...value } of groups) {
    yield { part: "groups", group, value };
  }
  for (const [group, stats] of Object.entries(analysis.statementStats)) {
    yield* byStatement("statementStats", stats, Number(group));
  }
  yield* ranked("consensus.agree", consensus.agree);
  yield* ranked("consensus.disagree", consensus.disagree);
  for (const { id, representative } of groups) yield* ranked("representative", representative, id);
  yield* ranked("divisive", analysis.divisive);
  yield* byStatement("groupAwareConsensus", analysis.groupAwareConsensus);
  yield* listMapFigures(analysis);
}

function* listMapFigures(analysis: PublicAnalysis): Generator<Place> {
  const { statementsVoted, moderatedOut, coverage, structure, stability, silhouettes } = analysis;
  const whole = { statementsVoted, moderatedOut, coverage, structure, stability, silhouettes };
  for (const [part, value] of Object.entries(whole)) yield { part, value };
  yield* byStatement("center", analysis.center);
  yield* byStatement("extremity", analysis.extremity);
  yield* byStatement("priorities", analysis.priorities);
  for (const [at, { loadings, ...value }] of analysis.components.entries()) {
    yield { part: `components.${at}`, value };
    yield* byStatement(`components.${at}.loadings`, loadings);
  }
  for (const { id, ...value } of analysis.baseClusters) {
    yield { part: `baseClusters.${id}`, value };
  }
}

function* byStatement(
  part: string,
  record: Record<string, unknown>,
  group?: number,
): Generator<Place> {
  for (const [id, value] of Object.entries(record)) {
    yield { part, group, statement: Number(id), value };
  }
}

function* ranked(
  part: string,
  list: readonly { statement: number }[],
  group?: number,
): Generator<Place> {
  for (const [at, { statement, ...value }] of list.entries()) {
    yield { part, group, statement, value: { ...value, rank: at + 1 } };
  }
}
