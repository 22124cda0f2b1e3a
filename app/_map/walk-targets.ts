import { type Direction, findNeighbour, orderForReading } from "@/lib/map/walk";
import type { MapTarget } from "./map-target";

const directions: Record<string, Direction> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};
/** px; places that differ less in height are read as one line */
const lineHeight = 60;

/**
 * Where a key leads: arrows to the neighbour in that direction, Home and End to the first and last in
 * reading order, Page Up and Page Down through all of them.
 * @returns null at the edge; undefined for a key that leads nowhere
 */
export function findNextTarget(
  key: string,
  targets: MapTarget[],
  current: string | null,
  isRightToLeft: boolean,
): MapTarget | null | undefined {
  const places = targets.map(({ at }) => at);
  const from = targets.findIndex((target) => target.key === current);
  const direction = directions[key];
  if (direction) {
    if (from === -1) return targets[0] ?? null;
    const next = findNeighbour(places, from, direction);
    return next === null ? null : targets[next]!;
  }
  const order = orderForReading(places, lineHeight, isRightToLeft);
  const position = order.indexOf(from);
  const steps: Record<string, number> = {
    Home: 0,
    End: order.length - 1,
    PageUp: position - 1,
    PageDown: position + 1,
  };
  if (!(key in steps)) return undefined;
  const index = order[steps[key]!];
  return index === undefined ? null : targets[index]!;
}
