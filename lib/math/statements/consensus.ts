import type { ConsensusStatement } from "../../schemas/analysis";
import type { VoteCounts } from "../votes/vote-counts";
import { computeSurvival, isConsensus } from "./consensus-survival";
import { smoothedShare, testProportion } from "./proportion-tests";
import { computeWilsonInterval } from "./wilson-interval";

export interface ConsensusInput {
  /** Everybody's votes, and how many people that is. */
  counts: VoteCounts;
  participants: number;
  /** Statement id of each column. */
  statements: Int32Array;
  /** The live columns in order; equals keep it. */
  columns: readonly number[];
}

/**
 * What most people agree on and what most people reject, over everybody with a vote: statements whose
 * smoothed share exceeds one half clearly (z above `z90`), strongest (share times z) first.
 * @param rule `consensusPerSide` how many of each, `z95` for the interval of the plain share,
 *   `consensusResamples` how often participants are drawn again to see which statements survive,
 *   `consensusSeed` for these
 * @see MATH.md A9; polis `math/repness.clj` select-consensus-comments
 */
export function selectConsensus(
  { counts, participants, statements, columns }: ConsensusInput,
  rule: Record<"z90" | "z95" | "consensusPerSide" | "consensusResamples" | "consensusSeed", number>,
): { agree: ConsensusStatement[]; disagree: ConsensusStatement[] } {
  const select = (side: "agrees" | "disagrees") =>
    columns
      .filter((column) => isConsensus(counts[side][column]!, counts.seen[column]!, rule.z90))
      .map((column) => {
        const successes = counts[side][column]!;
        const votes = counts.seen[column]!;
        const p = smoothedShare(successes, votes);
        return { column, successes, votes, p, pTest: testProportion(successes, votes) };
      })
      .sort((a, b) => b.p * b.pTest - a.p * a.pTest)
      .slice(0, rule.consensusPerSide)
      .map(({ column, successes, votes, p, pTest }) => ({
        statement: statements[column]!,
        agrees: counts.agrees[column]!,
        disagrees: counts.disagrees[column]!,
        votes,
        p,
        pTest,
        ...computeWilsonInterval(successes, votes, rule.z95),
        survival: computeSurvival({ successes, votes, participants }, rule),
      }));
  return { agree: select("agrees"), disagree: select("disagrees") };
}
