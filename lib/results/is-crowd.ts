import type { MapSource } from "@/lib/map/scene";
import { smallestCrowd } from "./tally";

/**
 * Whether a group is known to be of so many people that it may be described. Where its size is not
 * told, its places say so if the others among them are of as many.
 */
export function isCrowd(
  { id, size }: Pick<MapSource["groups"][number], "id" | "size">,
  baseClusters: MapSource["baseClusters"],
): boolean {
  if (size !== null) return size >= smallestCrowd;
  return countTold(baseClusters.filter(({ group }) => group === id)) >= smallestCrowd;
}

/** People at the places whose number is told. */
export function countTold(places: MapSource["baseClusters"]): number {
  return places.reduce((people, { count }) => people + (count ?? 0), 0);
}
