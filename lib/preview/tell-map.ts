import type { MapSource } from "@/lib/map/scene";
import { countTold, isCrowd } from "@/lib/results/is-crowd";
import { smallestCrowd } from "@/lib/results/tally";
import { joinPlaces } from "@/lib/suppress/join-places";

/**
 * What of the map may stand in a picture that travels without its page: groups of fewer than five
 * people lose their coast and letter, nobody stands alone, and with fewer than five people in all
 * there is no map.
 */
export function tellMap(source: MapSource): MapSource | null {
  if (countTold(source.baseClusters) < smallestCrowd) return null;
  const groups = source.groups.filter((group) => isCrowd(group, source.baseClusters));
  const told = new Set(groups.map(({ id }) => id));
  const baseClusters = joinPlaces(source.baseClusters).places.map((cluster) =>
    cluster.group !== null && told.has(cluster.group) ? cluster : { ...cluster, group: null },
  );
  return { ...source, groups, baseClusters };
}
