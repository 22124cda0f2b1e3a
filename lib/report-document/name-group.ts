import type { GroupPanel } from "../results/results-view";
import { percent } from "../results/share-text";
import { describeSize } from "../results/size-text";
import type { ReportWords } from "./report-words";

/** A group in a list of the summary, with its size as far as that may be told. */
export function nameGroup({ letter, size, share }: GroupPanel, words: ReportWords): string {
  if (size === null || share === null) {
    return words.report("summaryGroupSize", { letter, size: describeSize(size, words) });
  }
  return words.report("summaryGroup", { letter, people: size, share: percent(words, share) });
}
