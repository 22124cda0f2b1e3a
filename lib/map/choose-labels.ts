import type { Point } from "./scene";

/**
 * Chooses labels that do not cover each other: the first always, then each that is clear of all
 * chosen before it.
 * @param places px, the middles of labels, the most important first
 * @param box px, the size of every label with the room around it
 * @param taken px, middles of other labels of that size, to stay clear of
 * @returns indices into `places`, ascending
 */
export function chooseLabels(
  places: readonly Point[],
  box: { width: number; height: number },
  taken: readonly Point[] = [],
): number[] {
  const standing = [...taken];
  const chosen: number[] = [];
  places.forEach((place, index) => {
    const [x, y] = place;
    const isCovered = standing.some(
      ([otherX, otherY]) => Math.abs(otherX - x) < box.width && Math.abs(otherY - y) < box.height,
    );
    if (isCovered) return;
    standing.push(place);
    chosen.push(index);
  });
  return chosen;
}
