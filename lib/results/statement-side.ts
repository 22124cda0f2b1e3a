import type { MapSource, Point } from "@/lib/map/scene";

/** Nearer to the middle than this part of the furthest statement, no side is told. */
const leastReach = 0.2;

/**
 * The group on whose side of the map a statement stands: the one whose middle lies most in the
 * direction in which agreement pulls.
 * @param pull loadings, in core coordinates
 * @param reach distance from the middle in parts of the furthest statement's, 0..1
 * @returns a letter, or null near the middle, without groups, and when no group is on that side
 */
export function findSide({ groups }: MapSource, pull: Point, reach: number): string | null {
  if (reach < leastReach) return null;
  let side: string | null = null;
  let most = 0;
  for (const { letter, center } of groups) {
    const distance = Math.sqrt(center[0] * center[0] + center[1] * center[1]);
    if (distance === 0) continue;
    const towards = (pull[0] * center[0] + pull[1] * center[1]) / distance;
    if (towards > most) [side, most] = [letter, towards];
  }
  return side;
}
