import type { PublicAnalysis } from "../../schemas/analysis";
import type { PlenumParameters } from "../plenum/plenum-parameters";
import { createRandom } from "../random";
import type { PackedVotes } from "../votes/packed-votes";
import { type Judgements, selectJudgements } from "./judgements";
import { modelJudgements, simulateJudgements } from "./simulate-judgements";
import { spreadStyles } from "./spread-styles";
import { measureCamps } from "./two-camps";
import { fitVotingStyles } from "./voting-styles";

const method = "two camps against voting styles (Monte Carlo)";

/**
 * Tells whether votes hold opinion groups, or only people who agree, or pass, more readily.
 *
 * The null hypothesis: how somebody answers depends on how the statement is received by everybody
 * and on their own style, and on nothing else. Passes are taken as no judgement, so who passes, and
 * on what, cannot matter. The statistic (`measureCamps`) is a likelihood ratio of two camps that
 * differ by a distance of their own on each statement; it is compared with that of the same
 * participants judging the same statements by their fitted styles alone (`simulateJudgements`), each
 * fitted anew.
 *
 * Why not the leading eigenvalue: it grows with a general factor too. Why not its residual: camps
 * that differ in one direction look partly like agreeable people, and taking agreeableness off every
 * row left 51% power of the 90% that the eigenvalue has when there is none; here a style only
 * accounts for what its variance over participants makes likely. Figures: `npm run bench -- structure`.
 *
 * What it does not cover, by how many of 60 conversations (100 people, 40 statements, 60% judged)
 * without planted groups were clear: people who follow the majority more or less, 20; people who tire
 * into agreeing, 34; contrarians among them 57, as these are a camp by design.
 * At 2,000 x 300 with 7% of the votes the first two were clear in 25 and 19 of 30.
 * Power depends on the margins. Two groups, 60 and 40 in 100, 0.4 apart on a third of the statements,
 * at that size: 91 of 100 with mean agree shares of 20% to 80%, 80 of 100 where all are one half.
 *
 * Looks at a seeded sample of participants by rank, and at the statements with most judgements, so
 * that its cost is bounded whatever the size. Monte Carlo stops early once the outcome cannot be
 * clear any more.
 * @param isModeratedOut 1 for each column that is left out
 * @returns `pValue` (1 + exceedances) / (1 + simulations), null with too few participants or
 *   statements that divide anybody, and then not clear; deterministic, whatever order votes came in
 * @see MATH.md B5; Besag and Clifford 1991, Sequential Monte Carlo p-values; Holland and Rosenbaum
 *   1986 on tests of one latent style
 */
export function testStructure(
  votes: PackedVotes,
  isModeratedOut: Uint8Array,
  rule: PlenumParameters,
): PublicAnalysis["structure"] {
  const judgements = selectJudgements(votes, isModeratedOut, {
    read: rule.structureRead,
    participants: [rule.structureLeastParticipants, rule.structureMostParticipants],
    judgements: rule.structureJudgements,
    perParticipant: rule.structurePerParticipant,
    fewestEach: rule.structureFewestEach,
    fewestOfParticipant: rule.minVotes,
    seed: rule.structureSeed,
  });
  const { rowCount, columnCount } = judgements;
  if (rowCount < rule.structureFewestParticipants || columnCount < rule.structureFewestStatements) {
    return { clear: false, pValue: null, method };
  }
  const pValue = simulatePValue(judgements, rule);
  return { clear: pValue <= rule.structureLevel, pValue, method };
}

function simulatePValue(judgements: Judgements, rule: PlenumParameters): number {
  const styles = fitVotingStyles(judgements, rule);
  const observed = measureCamps(judgements, styles, rule);
  const model = modelJudgements(judgements, styles, spreadStyles(styles));
  const random = createRandom(rule.structureSeed);
  let simulations = 0;
  let exceedances = 0;
  while (simulations < rule.structureSimulations && exceedances < rule.structureExceedances) {
    const simulated = simulateJudgements(model, random);
    const gain = measureCamps(simulated, fitVotingStyles(simulated, rule, styles), rule);
    if (gain >= observed) exceedances += 1;
    simulations += 1;
  }
  return (1 + exceedances) / (1 + simulations);
}
