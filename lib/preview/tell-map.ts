import type { MapSource } from "@/lib/map/scene";
import { smallestCrowd } from "@/lib/results/tally";

/**
 * What of the map may stand in a picture that travels without its page: groups of fewer than five
 * people lose their coast and letter, and with fewer than five people in all there is no map.
 */
export function tellMap(source: MapSource): MapSource | null {
  const people = source.baseClusters.reduce((sum, { count }) => sum + (count ?? 0), 0);
  if (people < smallestCrowd) return null;
  const groups = source.groups.filter(({ size }) => size >= smallestCrowd);
  const told = new Set(groups.map(({ id }) => id));
  const baseClusters = source.baseClusters.map((cluster) =>
    cluster.group !== null && told.has(cluster.group) ? cluster : { ...cluster, group: null },
  );
  return { ...source, groups, baseClusters };
}
