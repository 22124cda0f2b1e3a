import type { ResultWords } from "./share-text";
import { smallestCrowd } from "./tally";

/** How many people, or that it may not be told (lib/suppress). */
export function describeSize(
  size: number | null,
  { results }: Pick<ResultWords, "results">,
): string {
  if (size === null) return results("peopleUntold", { count: smallestCrowd });
  return results("people", { count: size });
}
