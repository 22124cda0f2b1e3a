import { countPeople } from "../map/count-people";
import type { ClusterTally } from "../results/cluster-votes";
import { smallestCrowd } from "../results/tally";
import type { ToldCluster } from "../schemas/analysis";

/** Base clusters of which none is of fewer people than can be told of, unless its whole group is. */
export interface JoinedPlaces<Place> {
  places: Place[];
  /** Id of the place that each base cluster went into; its own where it stays as it was. */
  placeOf: Map<number, number>;
}

type Place = Pick<ToldCluster, "id" | "center" | "group" | "count" | "members">;

/**
 * Joins base clusters of fewer than `smallestCrowd` people, the smallest first, to the nearest one of
 * their group, until none is left: so nobody is seen standing alone, and no border is crossed. A joined
 * place is where its people stand on average, and keeps the id of the one that was joined to.
 * @param baseClusters in ascending order of their ids; those without a count are left as they are
 */
export function joinPlaces<Known extends Place>(
  baseClusters: readonly Known[],
): JoinedPlaces<Known> {
  const placeOf = new Map(baseClusters.map(({ id }) => [id, id]));
  const groups = [...new Set(baseClusters.map(({ group }) => group))];
  const places = groups.flatMap((group) =>
    joinGroup(
      baseClusters.filter((place) => place.group === group),
      placeOf,
    ),
  );
  return { places: places.sort((a, b) => a.id - b.id), placeOf };
}

/** What was counted by base cluster, by place. */
export function joinTallies(
  tallies: readonly ClusterTally[],
  placeOf: ReadonlyMap<number, number>,
): ClusterTally[] {
  const joined = new Map<number, ClusterTally>();
  for (const { cluster: part, agrees, disagrees, passes } of tallies) {
    const cluster = placeOf.get(part) ?? part;
    const sum = joined.get(cluster) ?? { cluster, agrees: 0, disagrees: 0, passes: 0 };
    sum.agrees += agrees;
    sum.disagrees += disagrees;
    sum.passes += passes;
    joined.set(cluster, sum);
  }
  return [...joined.values()];
}

function joinGroup<Known extends Place>(
  group: readonly Known[],
  placeOf: Map<number, number>,
): Known[] {
  const places = [...group];
  while (places.length > 1) {
    const smallest = places.reduce((least, place) =>
      countPeople(place) < countPeople(least) ? place : least,
    );
    if (countPeople(smallest) >= smallestCrowd) break;
    places.splice(places.indexOf(smallest), 1);
    const nearest = findNearest(places, smallest.center);
    places[places.indexOf(nearest)] = join(nearest, smallest);
    for (const [id, place] of placeOf) if (place === smallest.id) placeOf.set(id, nearest.id);
  }
  return places;
}

function findNearest<Known extends Place>(
  places: readonly Known[],
  [x, y]: Place["center"],
): Known {
  let nearest = places[0]!;
  let least = Number.POSITIVE_INFINITY;
  for (const place of places) {
    const [dx, dy] = [place.center[0] - x, place.center[1] - y];
    const squared = dx * dx + dy * dy;
    if (squared < least) [nearest, least] = [place, squared];
  }
  return nearest;
}

function join<Known extends Place>(into: Known, other: Known): Known {
  const [weight, added] = [countPeople(into), countPeople(other)];
  const people = weight + added;
  const mean = (axis: 0 | 1) => (into.center[axis] * weight + other.center[axis] * added) / people;
  const { members: _members, ...place } = into;
  return { ...place, center: [mean(0), mean(1)], count: people } as Known;
}
