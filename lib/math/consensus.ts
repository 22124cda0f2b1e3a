import type { ConsensusStatement } from "../schemas/analysis";
import { smoothedShare, testProportion } from "./proportion-tests";
import type { VoteCounts } from "./vote-counts";
import { computeWilsonInterval } from "./wilson-interval";

export interface ConsensusInput {
  /** Everybody's votes. */
  counts: VoteCounts;
  /** Statement id of each column. */
  statements: Int32Array;
  /** The live columns in order; equals keep it. */
  columns: readonly number[];
}

/**
 * What most people agree on and what most people reject, over everybody with a vote: statements whose
 * smoothed share exceeds one half clearly (z above `z90`), strongest (share times z) first.
 * @param rule `consensusPerSide` how many of each, `z95` for the interval of the plain share
 * @see MATH.md A9; polis `math/repness.clj` select-consensus-comments
 */
export function selectConsensus(
  { counts, statements, columns }: ConsensusInput,
  rule: { z90: number; z95: number; consensusPerSide: number },
): { agree: ConsensusStatement[]; disagree: ConsensusStatement[] } {
  const select = (side: "agrees" | "disagrees") =>
    columns
      .map((column) => {
        const successes = counts[side][column]!;
        const votes = counts.seen[column]!;
        return {
          statement: statements[column]!,
          agrees: counts.agrees[column]!,
          disagrees: counts.disagrees[column]!,
          votes,
          p: smoothedShare(successes, votes),
          pTest: testProportion(successes, votes),
          ...computeWilsonInterval(successes, votes, rule.z95),
          survival: null,
        };
      })
      .filter(({ p, pTest }) => p > 0.5 && pTest > rule.z90)
      .sort((a, b) => b.p * b.pTest - a.p * a.pTest)
      .slice(0, rule.consensusPerSide);
  return { agree: select("agrees"), disagree: select("disagrees") };
}
