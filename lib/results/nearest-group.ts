import type { MapSource, Point } from "@/lib/map/scene";

/**
 * The group whose middle is nearest to a core position, as grouping itself decides; of equals the
 * first.
 * @returns null when no groups are reported
 */
export function findNearestGroup(
  source: Pick<MapSource, "groups">,
  [x, y]: Point,
): MapSource["groups"][number] | null {
  let nearest: MapSource["groups"][number] | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const group of source.groups) {
    const [dx, dy] = [group.center[0] - x, group.center[1] - y];
    const squared = dx * dx + dy * dy;
    if (squared < least) [nearest, least] = [group, squared];
  }
  return nearest;
}
