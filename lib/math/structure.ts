import type { PublicAnalysis } from "../schemas/analysis";
import { type Judgements, selectJudgements } from "./judgements";
import type { PackedVotes } from "./packed-votes";
import type { PlenumParameters } from "./plenum-parameters";
import { createRandom } from "./random";
import { simulateJudgements, spreadStyles } from "./simulate-styles";
import { measureCamps } from "./two-camps";
import { fitVotingStyles } from "./voting-style";

const structureMethod = "two camps against voting styles, Monte Carlo";

/**
 * Tells whether the votes hold opinion groups, or only people who agree more or less readily.
 * @returns `pValue` null with fewer than 10 participants or 4 statements to judge by
 */
export function testStructure(
  votes: PackedVotes,
  isModeratedOut: Uint8Array,
  _rule: PlenumParameters,
): PublicAnalysis["structure"] {
  const judgements = selectJudgements(votes, isModeratedOut, {
    participants: 1000,
    votes: 20000,
    fewestEach: 2,
    seed: 1,
  });
  const unclear = { clear: false, pValue: null, method: structureMethod };
  if (judgements.rowCount < 10 || judgements.columnCount < 4) return unclear;
  const pValue = computePValue(judgements, 99, 5);
  return { ...unclear, clear: pValue <= 0.04, pValue };
}

function computePValue(judgements: Judgements, reps: number, stop: number): number {
  const styles = fitVotingStyles(judgements);
  const observed = measureCamps(judgements, styles, 1);
  const random = createRandom(1);
  const spread = spreadStyles(styles);
  let exceed = 0;
  let done = 0;
  while (done < reps && exceed < stop) {
    const sim = simulateJudgements(judgements, styles, spread, random);
    if (measureCamps(sim, fitVotingStyles(sim), 1) >= observed) exceed++;
    done++;
  }
  return (1 + exceed) / (1 + done);
}
