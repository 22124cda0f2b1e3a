import { expect, test } from "vitest";
import { plenumParameters } from "../plenum/plenum-parameters";
import { createRandom } from "../random";
import { type Style, simulateOpinions } from "../testing/simulated-opinions";
import { packVotes } from "../votes/packed-votes";
import { selectJudgements } from "./judgements";
import { modelJudgements, simulateJudgements } from "./simulate-judgements";
import { spreadStyles } from "./spread-styles";
import { fitVotingStyles } from "./voting-styles";

function judgementsOf(style: Style) {
  const { votes } = simulateOpinions({
    participants: 200,
    agreeShares: Array.from({ length: 40 }, (_, index) => 0.2 + 0.015 * index),
    passShares: Array(40).fill(0.1),
    seenShares: Array(40).fill(0.6),
    style,
    difference: 0,
    direction: "mixed",
    seed: 5,
  });
  return selectJudgements(packVotes(votes), new Uint8Array(40), {
    read: 500,
    participants: [500, 500],
    judgements: 0,
    perParticipant: 500,
    fewestEach: 2,
    fewestOfParticipant: 2,
    seed: 1,
  });
}

/** Mean variance of the shift that styles give to a score. */
function spreadOfShifts({ shapes, covariance }: ReturnType<typeof fitVotingStyles>): number {
  let sum = 0;
  for (let at = 0; at < shapes.length; at += 3) {
    for (let s = 0; s < 3; s++) {
      for (let t = 0; t < 3; t++) sum += shapes[at + s]! * shapes[at + t]! * covariance[s * 3 + t]!;
    }
  }
  return sum / (shapes.length / 3);
}

test("agreeable people are seen in the covariance of styles, alike people are not", () => {
  expect(spreadOfShifts(fitVotingStyles(judgementsOf("none"), plenumParameters))).toBeLessThan(
    0.03,
  );
  const logit = spreadOfShifts(fitVotingStyles(judgementsOf("logit"), plenumParameters));
  expect(logit).toBeGreaterThan(0.1); // a logit of variance 1 moves scores by sd (1 - sd^2) or so
  expect(logit).toBeLessThan(0.3);
});

test("simulated judgements keep who judged what, the shares, and the styles", () => {
  const judgements = judgementsOf("logit");
  const styles = fitVotingStyles(judgements, plenumParameters);
  const model = modelJudgements(judgements, styles, spreadStyles(styles));
  const simulated = simulateJudgements(model, createRandom(2));
  const columns = (codes: Int32Array) => codes.map((code) => code >> 1);
  expect(columns(simulated.codes)).toEqual(columns(judgements.codes));
  const again = fitVotingStyles(simulated, plenumParameters);
  expect(again.agreeShares).toEqual(styles.agreeShares);
  expect(simulated.codes).not.toEqual(judgements.codes);
  expect(spreadOfShifts(again) / spreadOfShifts(styles)).toBeGreaterThan(0.7);
  expect(spreadOfShifts(again) / spreadOfShifts(styles)).toBeLessThan(1.4);
});
