import { countPeople } from "../map/count-people";
import type { PublicAnalysis } from "../schemas/analysis";
import { hideSizes, isSmall } from "./hide-small-crowds";
import { joinPlaces } from "./join-places";

/** The parts of an analysis that tell how many people are where. */
export type PeopledMap = Pick<
  PublicAnalysis,
  "participants" | "clustered" | "groups" | "baseClusters"
>;

type Place = PublicAnalysis["baseClusters"][number];

/**
 * The map as everybody may see it: no place of fewer than five people (`joinPlaces`), but that of a
 * group that is so small; and without the numbers that `hideSizes` hides. Places add up to their group,
 * so the smallest place of a group whose size is hidden has no number either. Where fewer than five
 * people stand is told to a tenth of a unit only: from an exact position single votes could be worked out.
 * @returns a copy; doing it twice changes nothing
 */
export function suppressMap<Map extends PeopledMap>(map: Map): Map {
  if (isSuppressed(map)) return map;
  const { participants, clustered, groups } = map;
  const onMap = clustered ?? 0;
  const sizes = groups.length === 0 ? [onMap] : groups.map(({ size }) => size ?? 0);
  const hidden = hideSizes({ crowds: sizes, offMap: participants - onMap });
  const { places } = joinPlaces(map.baseClusters);
  const hiddenGroups = groups.filter((_, index) => hidden.crowds[index]).map(({ id }) => id);
  const untold = (groups.length > 0 ? hiddenGroups : hidden.crowds[0] ? [null] : []).map((group) =>
    findSmallest(places.filter((place) => place.group === group)),
  );
  const isOnMapHidden =
    hidden.offMap || isSmall(onMap) || (groups.length === 0 && hidden.crowds[0]);
  return {
    ...map,
    clustered: isOnMapHidden ? null : clustered,
    groups: groups.map((group, index) => ({
      ...group,
      size: hidden.crowds[index] ? null : group.size,
      center: isSmall(sizes[index]!) ? blur(group.center) : group.center,
    })),
    baseClusters: places.map((place) => tellPlace(place, untold.includes(place))),
  };
}

/** Where nothing was hidden, doing it again hides nothing. */
function isSuppressed({ clustered, groups, baseClusters }: PeopledMap): boolean {
  return (
    clustered === null ||
    groups.some(({ size }) => size === null) ||
    baseClusters.some(({ count }) => count === null)
  );
}

function findSmallest(places: readonly Place[]): Place | undefined {
  return places.reduce<Place | undefined>(
    (least, place) => (least && countPeople(least) <= countPeople(place) ? least : place),
    undefined,
  );
}

function tellPlace(place: Place, isUntold: boolean): Place {
  const { id, center, group } = place;
  const count = countPeople(place);
  return {
    id,
    center: isSmall(count) ? blur(center) : center,
    group,
    count: isUntold ? null : count,
  };
}

function blur([x, y]: Place["center"]): Place["center"] {
  return [Math.round(x * 10) / 10, Math.round(y * 10) / 10];
}
