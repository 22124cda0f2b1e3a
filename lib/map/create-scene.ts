import { countPeople, untoldPeople } from "./count-people";
import { fitView } from "./fit-view";
import type { MapScene, MapSource, SceneGroup, Size, Village } from "./scene";
import { place } from "./scene";

/** Free on every side, as a part of the shorter side: room for coasts, labels and waterlines. */
const marginShare = 0.19;
/** Reach of a village as a part of the shorter side, when there are `usualVillages` of them. */
const radiusShare = 0.17;
const usualVillages = 100;

/**
 * Places an analysis on a drawing of the given size.
 * @param size px; both sides positive
 * @returns villages and groups; none of either for an analysis without base clusters
 */
export function createScene(source: MapSource, size: Size): MapScene {
  const shorter = Math.min(size.width, size.height);
  const radiusPx = chooseRadius(source.baseClusters.length, shorter);
  const clusters = [...source.baseClusters].sort((a, b) => a.id - b.id);
  const view = fitView(
    clusters.map((cluster) => ({ position: cluster.center, weight: countPeople(cluster) })),
    source.frame.matrix,
    size,
    // The land of a few people reaches far: it must not be cut off.
    Math.max(shorter * marginShare, radiusPx),
  );
  const letterOf = new Map(source.groups.map((group) => [group.id, group.letter]));
  const villages = clusters.map((cluster): Village => {
    const [x, y] = place(view, size, cluster.center);
    const letter = cluster.group === null ? undefined : letterOf.get(cluster.group);
    const weight = countPeople(cluster);
    return { id: cluster.id, x, y, weight, shares: letter === undefined ? {} : { [letter]: 1 } };
  });
  return {
    size,
    view,
    radiusPx,
    villages,
    groups: sortGroups(source),
  };
}

/** Fewer villages reach further, so that a small conversation is still land and not dots. */
function chooseRadius(villages: number, shorter: number): number {
  const spread = Math.sqrt(Math.sqrt(usualVillages / Math.max(villages, 4)));
  return shorter * radiusShare * Math.min(spread, 1.5);
}

function sortGroups(source: MapSource): SceneGroup[] {
  return source.groups
    .map(({ letter, size }) => ({ letter, size: size ?? untoldPeople }))
    .sort((a, b) => (a.letter < b.letter ? -1 : 1));
}
