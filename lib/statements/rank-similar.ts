import { foldText } from "./fold-text";
import { bigramsOf, trigramsOf } from "./grams";

/** Below it two texts share words such as "should" and little else. */
const leastScore = 0.12;

/**
 * The texts that say most nearly the same: by what they share (Dice on bigrams and, in alphabets, on
 * trigrams, which weigh as much as the two pairs in them), rare things before common ones.
 * @param weights of the bigrams of `text`, as weighBigrams answers; any other weighs as much as these do
 *   on average
 * @returns at most `count` candidates, the most similar first; equal ones in the order given
 */
export function rankSimilar<Candidate extends { text: string }>(
  text: string,
  candidates: readonly Candidate[],
  weights: ReadonlyMap<string, number>,
  count: number,
): Candidate[] {
  const asked = weighFeatures(foldText(text), weights);
  const total = [...asked.values()].reduce((sum, weight) => sum + weight, 0);
  const scoreOf = (candidate: Candidate) => {
    const folded = foldText(candidate.text);
    let shared = 0;
    let others = 0;
    for (const feature of [...bigramsOf(folded), ...trigramsOf(folded)]) {
      const weight = asked.get(feature);
      if (weight === undefined) others += 1;
      else shared += weight;
    }
    return (2 * shared) / (total + shared + others * (total / asked.size));
  };
  return candidates
    .map((candidate) => ({ candidate, score: scoreOf(candidate) }))
    .filter(({ score }) => score >= leastScore)
    .sort((a, b) => b.score - a.score)
    .slice(0, count)
    .map(({ candidate }) => candidate);
}

function weighFeatures(folded: string, weights: ReadonlyMap<string, number>): Map<string, number> {
  const weigh = (bigram: string) => weights.get(bigram) ?? 0;
  const weighTrigram = (trigram: string) => {
    const [first = "", second = "", third = ""] = trigram;
    return weigh(first + second) + weigh(second + third);
  };
  return new Map([
    ...bigramsOf(folded).map((bigram) => [bigram, weigh(bigram)] as const),
    ...trigramsOf(folded).map((trigram) => [trigram, weighTrigram(trigram)] as const),
  ]);
}
