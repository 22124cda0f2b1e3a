import type { SharedCoverage } from "./results-view";
import { percent, type ResultWords } from "./share-text";

/** How many people what is shared speaks for, and the group for which it does least. */
export function tellCoverage(coverage: SharedCoverage, words: ResultWords): string {
  const share = percent(words, coverage.share);
  const least = coverage.leastServed;
  if (!least) return words.results("coverage", { share });
  // People of few votes, who are in no group, may bring everybody's share below that of any group.
  if (least.share === 1) return words.results("coverageAll", { share });
  const part = percent(words, least.share);
  if (least.share >= coverage.share) return words.results("coverageEvery", { share, least: part });
  return words.results("coverageLeast", { share, letter: least.letter, least: part });
}
