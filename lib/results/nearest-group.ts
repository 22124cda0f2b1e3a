import type { MapSource, Point } from "@/lib/map/scene";

/**
 * The letter of the group whose middle is nearest to a core position, as grouping itself decides.
 * @returns null when no groups are reported
 */
export function findNearestGroup(source: MapSource, [x, y]: Point): string | null {
  let nearest: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const { letter, center } of source.groups) {
    const [dx, dy] = [center[0] - x, center[1] - y];
    const squared = dx * dx + dy * dy;
    if (squared < least) [nearest, least] = [letter, squared];
  }
  return nearest;
}
