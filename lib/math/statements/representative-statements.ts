import type { RepresentativeStatement, StatementStats } from "../../schemas/analysis";
import { computeWilsonInterval } from "./wilson-interval";

interface Candidate {
  statement: number;
  stats: StatementStats;
}

/**
 * The statements that tell a group from the others: those where its agreement or disagreement is
 * both clear and clearly stronger than elsewhere, most telling first, and in front the one it agrees
 * with best. Agreements come before disagreements. When nothing is clear, the one best agreement, or
 * else the statement that differs most.
 * @param statements live statements in column order with their statistics for the group
 * @param rule `z90` the bar for "clear", `representativePerGroup` how many to take, `z95` for the
 *   interval of the plain share of the group's side
 * @returns empty only when there are no statements or none sets the group apart
 * @see MATH.md A9; polis `math/repness.clj` select-rep-comments
 */
export function selectRepresentativeStatements(
  statements: Iterable<readonly [statement: number, stats: StatementStats]>,
  rule: { z90: number; z95: number; representativePerGroup: number },
): RepresentativeStatement[] {
  const sufficient: Candidate[] = [];
  let best: Candidate | null = null;
  let bestAgree: Candidate | null = null;
  for (const [statement, stats] of statements) {
    const candidate = { statement, stats };
    if (isSufficient(stats, rule.z90)) sufficient.push(candidate);
    if (sufficient.length === 0 && beats(stats, best?.stats)) best = candidate;
    if (beatsBestAgree(stats, bestAgree?.stats, rule.z90)) bestAgree = candidate;
  }
  if (sufficient.length === 0) {
    if (bestAgree) return [finalize(bestAgree, true, rule.z95)];
    return best ? [finalize(best, false, rule.z95)] : [];
  }
  const others = sufficient
    .filter(({ statement }) => statement !== bestAgree?.statement)
    .map((candidate) => finalize(candidate, false, rule.z95))
    .sort((a, b) => strength(b) - strength(a));
  const chosen = (bestAgree ? [finalize(bestAgree, true, rule.z95), ...others] : others).slice(
    0,
    rule.representativePerGroup,
  );
  return [...chosen.filter((s) => s.value === 1), ...chosen.filter((s) => s.value === -1)];
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
  { statement, stats }: Candidate,
  best: boolean,
  z95: number,
): RepresentativeStatement {
  const { agrees, disagrees, votes } = stats;
  const shared = { statement, agrees, disagrees, votes, best };
  return stats.rat > stats.rdt
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

function strength({ repness, repnessTest, p, pTest }: RepresentativeStatement): number {
  return repness * repnessTest * p * pTest;
}
