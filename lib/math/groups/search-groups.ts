import type { PlenumParameters } from "../plenum/plenum-parameters";
import { createRandom } from "../random";
import { createSettler, type Settle } from "./create-settler";
import { faceOneWay } from "./face-one-way";
import { formPlaceGroups, type PlaceGroups } from "./place-groups";
import { settleCenters } from "./settle-centers";
import { drawStartCenters } from "./start-centers";
import { summarizePoints, type WeightedPoints } from "./summarize-points";

/**
 * Looks for k groups that have no more inertia than `toBeat`, and goes on from there when what was
 * found elsewhere has more.
 */
export type SearchGroups = (k: number, toBeat?: PlaceGroups) => PlaceGroups[];

/**
 * Prepares to look for the groups of least inertia at the given places: k-means++ with restarts on
 * `searchCells` cells, the few best of them settled on the places.
 *
 * On 17 sets of positions (the seven real conversations, ten drawn), k = 2 to 5, with three seeds,
 * 24 restarts on 128 cells came within 0.1% of the best of 150 restarts on all positions in 201 of
 * 204 cases with 4 ends settled further, in 184 with one; 32 restarts on 384 cells were no better
 * and took half as long again.
 *
 * Of more than `maxDistinctPlaces` places the few best are settled on `summary`, and only the
 * best of these, in few steps, on the places.
 * @param summary the places themselves, or some hundred points that stand for them
 * @param places at least one
 * @returns finds distinct partitions, at least one, by ascending inertia, none with more than `toBeat`
 */
export function createSearch(
  places: WeightedPoints,
  summary: WeightedPoints,
  rule: PlenumParameters,
): SearchGroups {
  const faced = faceOneWay(summary);
  const cells = summarizePoints(faced, rule.searchCells);
  const settle = createSettler(summary, rule);
  const improve = (centers: Float64Array, k: number) => {
    if (summary === places) return formPlaceGroups(places, settle(centers).groupOfPoint, k);
    const { groupOfPoint } = settleCenters(places, centers, rule.largeSettlingIterations);
    return formPlaceGroups(places, groupOfPoint, k);
  };
  return (k, toBeat) => {
    const starts = drawStarts(cells, k, rule).map(faced.turnBack);
    const ends = summary === places ? starts : settleBest(summary, settle, starts);
    const found = ends.map((centers) => improve(centers, k)).sort(byInertia);
    if (toBeat && found[0]!.inertia > toBeat.inertia) {
      found.unshift(improve(toBeat.centers, k), toBeat);
      found.sort(byInertia);
    }
    return found.filter(
      ({ inertia }, index) =>
        inertia !== found[index - 1]?.inertia && !(toBeat && inertia > toBeat.inertia),
    );
  };
}

/** The best few distinct ends of k-means on few cells. */
function drawStarts(
  cells: WeightedPoints,
  k: number,
  { searchRestarts, searchKept, settlingIterations }: PlenumParameters,
): Float64Array[] {
  const random = createRandom(k);
  const ends = Array.from({ length: searchRestarts }, () => {
    const start = drawStartCenters(cells, k, random);
    return formPlaceGroups(cells, settleCenters(cells, start, settlingIterations).groupOfPoint, k);
  }).sort(byInertia);
  return ends
    .filter(({ inertia }, index) => inertia !== ends[index - 1]?.inertia)
    .slice(0, searchKept)
    .map(({ centers }) => centers);
}

function settleBest(summary: WeightedPoints, settle: Settle, starts: Float64Array[]) {
  const ends = starts.map((start) =>
    formPlaceGroups(summary, settle(start).groupOfPoint, start.length / 2),
  );
  return ends
    .sort(byInertia)
    .slice(0, 1)
    .map(({ centers }) => centers);
}

const byInertia = (a: PlaceGroups, b: PlaceGroups) => a.inertia - b.inertia;
