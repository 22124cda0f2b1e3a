import type { AgreementArea } from "@/lib/schemas/agreement";
import type { BaseCluster } from "@/lib/schemas/analysis";
import type { ClusterTally } from "./cluster-votes";
import { countVoters, smallestCrowd } from "./tally";

type Place = Pick<BaseCluster, "id" | "center" | "group">;

interface Gathered extends AgreementArea {
  group: number | null;
  /** Mean place of its voters, in core coordinates. */
  center: [number, number];
}

/**
 * Gathers base clusters into areas in each of which at least `smallestCrowd` people voted on a
 * statement: the smallest joins its nearest neighbour of the same group until none is too small. So
 * every vote of a group is in some area, and none can be found by subtracting from the group's own
 * figures; a group with fewer voters is left out whole.
 * @returns by the first cluster's id; clusters in which nobody voted belong to no area
 */
export function formAgreementAreas(places: Place[], tallies: ClusterTally[]): AgreementArea[] {
  const placeOf = new Map(places.map((place) => [place.id, place]));
  const areas = tallies.flatMap((tally): Gathered[] => {
    const place = placeOf.get(tally.cluster);
    if (!place || countVotersOf(tally) === 0) return [];
    const { cluster, ...votes } = tally;
    return [{ ...votes, clusters: [cluster], group: place.group, center: [...place.center] }];
  });
  const groups = [...new Set(areas.map(({ group }) => group))];
  return groups
    .flatMap((group) => joinSmall(areas.filter((area) => area.group === group)))
    .map(({ group, center, clusters, ...votes }) => ({ clusters, ...votes }))
    .sort((a, b) => a.clusters[0]! - b.clusters[0]!);
}

/** @param areas those of one group */
function joinSmall(areas: Gathered[]): Gathered[] {
  const joined = [...areas];
  for (;;) {
    const smallest = joined.reduce<Gathered | null>(
      (least, area) => (!least || countVotersOf(area) < countVotersOf(least) ? area : least),
      null,
    );
    if (!smallest || countVotersOf(smallest) >= smallestCrowd) return joined;
    if (joined.length === 1) return [];
    joined.splice(joined.indexOf(smallest), 1);
    const nearest = findNearest(joined, smallest.center);
    joined[joined.indexOf(nearest)] = join(nearest, smallest);
  }
}

function findNearest(areas: Gathered[], [x, y]: [number, number]): Gathered {
  let nearest = areas[0]!;
  let least = Number.POSITIVE_INFINITY;
  for (const area of areas) {
    const [dx, dy] = [area.center[0] - x, area.center[1] - y];
    const squared = dx * dx + dy * dy;
    if (squared < least) [nearest, least] = [area, squared];
  }
  return nearest;
}

function join(a: Gathered, b: Gathered): Gathered {
  const [weightA, weightB] = [countVotersOf(a), countVotersOf(b)];
  const mean = (from: number, to: number) => (from * weightA + to * weightB) / (weightA + weightB);
  return {
    clusters: [...a.clusters, ...b.clusters].sort((first, second) => first - second),
    agrees: a.agrees + b.agrees,
    disagrees: a.disagrees + b.disagrees,
    passes: a.passes + b.passes,
    group: a.group,
    center: [mean(a.center[0], b.center[0]), mean(a.center[1], b.center[1])],
  };
}

function countVotersOf(votes: Pick<AgreementArea, "agrees" | "disagrees" | "passes">): number {
  return countVoters({ ...votes, notVoted: 0 });
}
