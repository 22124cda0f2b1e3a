import type { MapSource, Point } from "@/lib/map/scene";

/** Letters of two groups, ascending. */
export type GroupPair = [string, string];

/**
 * Which two groups stand closest together on the map and which furthest apart.
 * @returns null with fewer than three groups: there is nothing to compare
 */
export function compareDistances({
  groups,
}: MapSource): { closest: GroupPair; furthest: GroupPair } | null {
  if (groups.length < 3) return null;
  const sorted = [...groups].sort((a, b) => (a.letter < b.letter ? -1 : 1));
  const pairs = sorted.flatMap((first, index) =>
    sorted.slice(index + 1).map((second) => ({
      letters: [first.letter, second.letter] as GroupPair,
      squared: measureSquared(first.center, second.center),
    })),
  );
  const closest = pairs.reduce((least, pair) => (pair.squared < least.squared ? pair : least));
  const furthest = pairs.reduce((most, pair) => (pair.squared > most.squared ? pair : most));
  return { closest: closest.letters, furthest: furthest.letters };
}

function measureSquared([x, y]: Point, [toX, toY]: Point): number {
  return (toX - x) * (toX - x) + (toY - y) * (toY - y);
}
