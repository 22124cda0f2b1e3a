import type { Point } from "./scene";

/** px around a pin, at the size of the letters on a phone: how far its word reaches. */
const reachPx = 150;
const halfHeightPx = 75;

/** Beyond this part of the width the word would leave the map. */
const edgeShare = 0.8;

/**
 * The side of the viewer's pin on which its word stands: right, unless the map ends or a letter is
 * there and none to the left.
 * @param at px; the point of the pin
 * @param letters px; the middles of the badges
 * @param widthPx of the drawing
 */
export function youLabelSide(at: Point, letters: Point[], widthPx: number): "left" | "right" {
  if (at[0] > widthPx * edgeShare) return "left";
  if (at[0] < widthPx * (1 - edgeShare)) return "right";
  const beside = letters.filter(([, y]) => Math.abs(y - at[1]) < halfHeightPx);
  const isTaken = (direction: 1 | -1) =>
    beside.some(([x]) => (x - at[0]) * direction >= 0 && (x - at[0]) * direction < reachPx);
  return isTaken(1) && !isTaken(-1) ? "left" : "right";
}
