import type { GroupPanel } from "../results/results-view";
import { percent, type ResultWords } from "../results/share-text";
import { describeSize } from "../results/size-text";
import type { ReportWords } from "./report-words";

/** What the organisers call groups, by letter. */
export type GivenNames = Record<string, string>;

/** A group in a list of the summary, with its size as far as that may be told. */
export function nameGroup(
  { letter: own, size, share }: GroupPanel,
  names: GivenNames,
  words: ReportWords,
): string {
  const name = names[own];
  const letter = name ? `${own} (${words.report("namedBy", { name })})` : own;
  if (size === null || share === null) {
    return words.report("summaryGroupSize", { letter, size: describeSize(size, words) });
  }
  return words.report("summaryGroup", { letter, people: size, share: percent(words, share) });
}

/** A group at the head of a column; whose name it is stands below the table (`creditNames`). */
export function headGroup(
  letter: string,
  names: GivenNames,
  { results }: Pick<ResultWords, "results">,
): string {
  const group = results("group", { letter });
  return names[letter] ? `${group} (${names[letter]})` : group;
}

/** Says whose names stand at the heads of a table; null where there are none. */
export function creditNames(
  letters: readonly string[],
  names: GivenNames,
  { results, report }: Pick<ReportWords, "results" | "report">,
): string | null {
  const named = letters.filter((letter) => names[letter]);
  if (named.length === 0) return null;
  return named
    .map((letter) => {
      const name = names[letter] ?? "";
      return `${results("group", { letter })}: ${report("namedBy", { name })}`;
    })
    .join(" · ");
}
