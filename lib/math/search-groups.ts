import { createSettler } from "./create-settler";
import { formPlaceGroups, type PlaceGroups } from "./place-groups";
import type { Places } from "./places";
import type { PlenumParameters } from "./plenum-parameters";
import { createRandom } from "./random";
import { settleCenters } from "./settle-centers";
import { drawStartCenters } from "./start-centers";
import { summarizePoints, type WeightedPoints } from "./summarize-points";

/** Looks for k groups that have less inertia than `toBeat`, which is one of the starts. */
export type SearchGroups = (k: number, toBeat?: PlaceGroups) => PlaceGroups[];

/**
 * Prepares to look for the groups of least inertia at the given places: k-means++ with restarts on a
 * summary of them, the few best settled on the places themselves.
 * @returns finds the distinct partitions, by ascending inertia, none with more than `toBeat`; at
 *   least one without it. `places` must not be empty.
 */
export function createSearch(places: Places, rule: PlenumParameters): SearchGroups {
  const summary = summarizePoints(places, rule.searchCells);
  const settle = createSettler(places, rule);
  return (k, toBeat) => {
    const starts = findStarts(summary, k, rule);
    if (toBeat) starts.push(toBeat.centers);
    const found = starts
      .map((start) => formPlaceGroups(places, settle(start).groupOfPoint, k))
      .sort((a, b) => a.inertia - b.inertia);
    return found.filter(
      ({ inertia }, index) =>
        inertia !== found[index - 1]?.inertia && !(toBeat && inertia > toBeat.inertia),
    );
  };
}

/** The best few distinct ends of k-means on the summary. */
function findStarts(
  summary: WeightedPoints,
  k: number,
  { searchRestarts, searchKept, settlingIterations }: PlenumParameters,
): Float64Array[] {
  const random = createRandom(k);
  const ends = Array.from({ length: searchRestarts }, () => {
    const { centers, groupOfPoint } = settleCenters(
      summary,
      drawStartCenters(summary, k, random),
      settlingIterations,
    );
    return { centers, inertia: formPlaceGroups(summary, groupOfPoint, k).inertia };
  }).sort((a, b) => a.inertia - b.inertia);
  return ends
    .filter(({ inertia }, index) => inertia !== ends[index - 1]?.inertia)
    .slice(0, searchKept)
    .map(({ centers }) => centers);
}
