import type { Frame } from "../../schemas/analysis";

/** Which k is shown, and how close another is to taking its place. */
export type GroupCount = Pick<Frame, "k" | "smoother">;

/**
 * The k with the largest silhouette; of equals the largest k.
 * @returns 0 when there is nothing to choose from
 * @see MATH.md A7; polis `math/conversation.clj` :group-k-smoother
 */
export function chooseGroupCount(candidates: readonly { k: number; silhouette: number }[]): number {
  let best = 0;
  let bestSilhouette = Number.NEGATIVE_INFINITY;
  for (const { k, silhouette } of candidates) {
    if (silhouette >= bestSilhouette) {
      best = k;
      bestSilhouette = silhouette;
    }
  }
  return best;
}

/**
 * Keeps the number of groups still: a new one is shown once it has been the best `buffer` times in a
 * row, at once when none was shown before or the shown one cannot be had any more.
 * @param choice the `best` k of the present analysis (see `chooseGroupCount`), and every k it offers
 * @see MATH.md A7
 */
export function smoothGroupCount(
  { best, available }: { best: number; available: readonly number[] },
  previous: GroupCount | undefined,
  buffer: number,
): GroupCount {
  const isRepeated = previous?.smoother.lastK === best;
  const lastKCount = isRepeated ? previous.smoother.lastKCount + 1 : 1;
  const keepsShown =
    previous !== undefined && lastKCount < buffer && available.includes(previous.k);
  return { k: keepsShown ? previous.k : best, smoother: { lastK: best, lastKCount } };
}
