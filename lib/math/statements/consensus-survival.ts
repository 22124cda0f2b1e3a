import { drawBinomial, leastDrawn } from "../certainty/binomial";
import { createRandom } from "../random";
import { smoothedShare, testProportion } from "./proportion-tests";

/** One side of one statement. */
export interface SideTally {
  /** Votes for the side, of all votes on the statement, of all participants. */
  successes: number;
  votes: number;
  participants: number;
}

/** Whether most of those who voted on a statement clearly take this side. */
export function isConsensus(successes: number, votes: number, z90: number): boolean {
  return smoothedShare(successes, votes) > 0.5 && testProportion(successes, votes) > z90;
}

/**
 * In what share of resamples of the participants, as many as there are, the side is consensus.
 * How many voted and how many of them took the side is all that matters, and over the resamples these
 * are binomial, so they are drawn without the votes: the cost does not depend on their number.
 * Seeded by the counts: equal counts survive equally.
 * @returns 0..1; 0 for a side without votes
 * @see MATH.md B4; Efron 1979
 */
export function computeSurvival(
  { successes, votes, participants }: SideTally,
  rule: { z90: number; consensusResamples: number; consensusSeed: number },
): number {
  if (votes === 0) return 0;
  if (survivesAlways({ successes, votes, participants }, rule.z90)) return 1;
  const random = createRandom(rule.consensusSeed + successes * 31 + votes * 17 + participants);
  let survived = 0;
  for (let resample = 0; resample < rule.consensusResamples; resample++) {
    const drawnVotes = drawBinomial(participants, votes / participants, random);
    const drawn = drawBinomial(drawnVotes, successes / votes, random);
    if (isConsensus(drawn, drawnVotes, rule.z90)) survived += 1;
  }
  return survived / rule.consensusResamples;
}

/**
 * Whether it is consensus even with the fewest votes that are ever drawn and the fewest for the side
 * among them: with more votes it is only clearer. Spares the draws in large conversations, 0.2 ms a
 * statement.
 */
function survivesAlways({ successes, votes, participants }: SideTally, z90: number): boolean {
  const leastVotes = leastDrawn(participants, votes / participants);
  return isConsensus(leastDrawn(leastVotes, successes / votes), leastVotes, z90);
}
