import type { RepresentativeStatement, StatementStats } from "../../schemas/analysis";
import { computeWilsonInterval } from "./wilson-interval";

/** Statements with their statistics for one group. */
export interface GroupStatements {
  /** Statement id of each. */
  ids: ArrayLike<number>;
  stats: readonly StatementStats[];
}

/**
 * The statements that tell a group from the others: those where its agreement or disagreement is
 * both clear and clearly stronger than elsewhere, most telling first, and in front the one it agrees
 * with best. Agreements come before disagreements. When nothing is clear, the one best agreement, or
 * else the statement that differs most.
 * @param statements live statements in column order
 * @param rule `z90` the bar for "clear", `representativePerGroup` how many to take, `z95` for the
 *   interval of the plain share of the group's side
 * @returns empty only when there are no statements or none sets the group apart
 * @see MATH.md A9; polis `math/repness.clj` select-rep-comments
 */
export function selectRepresentativeStatements(
  { ids, stats }: GroupStatements,
  rule: { z90: number; z95: number; representativePerGroup: number },
): RepresentativeStatement[] {
  const sufficient: number[] = [];
  let best = -1;
  let bestAgree = -1;
  for (let index = 0; index < stats.length; index++) {
    const candidate = stats[index]!;
    if (isSufficient(candidate, rule.z90)) sufficient.push(index);
    if (sufficient.length === 0 && beats(candidate, stats[best])) best = index;
    if (beatsBestAgree(candidate, stats[bestAgree], rule.z90)) bestAgree = index;
  }
  const publish = (index: number) =>
    finalize(ids[index]!, stats[index]!, index === bestAgree, rule.z95);
  if (sufficient.length === 0) {
    const only = bestAgree === -1 ? best : bestAgree;
    return only === -1 ? [] : [publish(only)];
  }
  const others = sortByStrength(
    sufficient.filter((index) => index !== bestAgree),
    stats,
  );
  const chosen = (bestAgree === -1 ? others : [bestAgree, ...others])
    .slice(0, rule.representativePerGroup)
    .map(publish);
  return [...chosen.filter((s) => s.value === 1), ...chosen.filter((s) => s.value === -1)];
}

/** Strongest first; equals keep their order. */
function sortByStrength(indices: number[], stats: readonly StatementStats[]): number[] {
  const strengths = new Float64Array(stats.length);
  for (const index of indices) strengths[index] = strength(stats[index]!);
  return indices.sort((a, b) => strengths[b]! - strengths[a]!);
}

function isSufficient({ rat, pat, rdt, pdt }: StatementStats, z90: number): boolean {
  return (rat > z90 && pat > z90) || (rdt > z90 && pdt > z90);
}

function beats({ rat, rdt }: StatementStats, best: StatementStats | undefined): boolean {
  return best === undefined || Math.max(rat, rdt) > Math.max(best.rat, best.rdt);
}

function beatsBestAgree(
  stats: StatementStats,
  best: StatementStats | undefined,
  z90: number,
): boolean {
  const { agrees, disagrees, ra, rat, pa, pat } = stats;
  if (agrees === 0 && disagrees === 0) return false;
  if (best === undefined) return pat > z90 || (ra > 1 && pa > 0.5);
  if (best.ra > 1) return ra * rat * pa * pat > best.ra * best.rat * best.pa * best.pat;
  return pa * pat > best.pa * best.pat;
}

/** The side with the larger z against the rest; it need not be the side that passed the bar. */
function finalize(
  statement: number,
  stats: StatementStats,
  best: boolean,
  z95: number,
): RepresentativeStatement {
  const { agrees, disagrees, votes } = stats;
  const shared = { statement, agrees, disagrees, votes, best };
  return isForAgreement(stats)
    ? {
        ...shared,
        value: 1,
        p: stats.pa,
        pTest: stats.pat,
        repness: stats.ra,
        repnessTest: stats.rat,
        ...computeWilsonInterval(agrees, votes, z95),
      }
    : {
        ...shared,
        value: -1,
        p: stats.pd,
        pTest: stats.pdt,
        repness: stats.rd,
        repnessTest: stats.rdt,
        ...computeWilsonInterval(disagrees, votes, z95),
      };
}

function isForAgreement({ rat, rdt }: StatementStats): boolean {
  return rat > rdt;
}

function strength(stats: StatementStats): number {
  const { ra, rat, pa, pat, rd, rdt, pd, pdt } = stats;
  return isForAgreement(stats) ? ra * rat * pa * pat : rd * rdt * pd * pdt;
}
