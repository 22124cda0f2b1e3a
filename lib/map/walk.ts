import type { Point } from "./scene";

export type Direction = "left" | "right" | "up" | "down";

/** What lies aside counts for so much more than what lies ahead. */
const asideWeight = 2;

/**
 * The place to which an arrow key leads: the nearest of those that lie more in that direction than in
 * any other; where none does, the nearest that is at all on that side.
 * @param places px; y points down
 * @param from index of the present place
 * @returns its index, or null at the edge
 */
export function findNeighbour(
  places: readonly Point[],
  from: number,
  direction: Direction,
): number | null {
  const origin = places[from]!;
  let best: { index: number; isAhead: boolean; cost: number } | null = null;
  places.forEach((place, index) => {
    const { ahead, aside } = measure(origin, place, direction);
    if (index === from || ahead <= 0) return;
    const found = { index, isAhead: aside <= ahead, cost: ahead + asideWeight * aside };
    const isBetter =
      best === null || (found.isAhead !== best.isAhead ? found.isAhead : found.cost < best.cost);
    if (isBetter) best = found;
  });
  return (best as { index: number } | null)?.index ?? null;
}

/**
 * Indices of places in the order in which a page is read: from the top, and in one line from where
 * reading begins.
 * @param lineHeight px; what differs less in height is in one line
 */
export function orderForReading(
  places: readonly Point[],
  lineHeight: number,
  isRightToLeft = false,
): number[] {
  const line = ([, y]: Point) => Math.floor(y / lineHeight);
  const sideways = (a: Point, b: Point) => (isRightToLeft ? b[0] - a[0] : a[0] - b[0]);
  return places
    .map((_, index) => index)
    .sort((a, b) => {
      const [first, second] = [places[a]!, places[b]!];
      return line(first) - line(second) || sideways(first, second) || a - b;
    });
}

function measure([x, y]: Point, [toX, toY]: Point, direction: Direction) {
  const [dx, dy] = [toX - x, toY - y];
  switch (direction) {
    case "left":
      return { ahead: -dx, aside: Math.abs(dy) };
    case "right":
      return { ahead: dx, aside: Math.abs(dy) };
    case "up":
      return { ahead: -dy, aside: Math.abs(dx) };
    case "down":
      return { ahead: dy, aside: Math.abs(dx) };
  }
}
