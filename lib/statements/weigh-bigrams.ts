import { foldText } from "./fold-text";
import { bigramsOf } from "./grams";

const longestSample = 150;

/**
 * How much each bigram tells among texts: the square of the logarithm of its rarity, so that "should"
 * weighs next to nothing.
 * @param texts many are judged by an even sample of 150
 */
export function weighBigrams(
  bigrams: readonly string[],
  texts: readonly string[],
): Map<string, number> {
  const step = Math.max(1, texts.length / longestSample);
  const size = Math.min(texts.length, longestSample);
  const times = new Map(bigrams.map((bigram) => [bigram, 0]));
  for (let place = 0; place < size; place++) {
    for (const bigram of bigramsOf(foldText(texts[Math.floor(place * step)]!))) {
      const before = times.get(bigram);
      if (before !== undefined) times.set(bigram, before + 1);
    }
  }
  return new Map([...times].map(([bigram, n]) => [bigram, Math.log((size + 1) / (n + 0.5)) ** 2]));
}
