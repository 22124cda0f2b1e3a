import { joinPartitions } from "./joint-partition";
import { formPlaceGroups, type PlaceGroups } from "./place-groups";
import type { Places } from "./places";
import type { PlenumParameters } from "./plenum-parameters";
import { createSearch } from "./search-groups";
import { splitIntoCells } from "./split-cells";
import { averageParts } from "./summarize-points";
import { computeSilhouettes } from "./weighted-silhouette";

/** A partition to do at least as well as. */
export interface GroupCandidate {
  k: number;
  /** Group of each row of the vote matrix, from 0; only those of clustered rows matter. */
  groupOfRow: Int32Array;
}

/** The best groups found for one k. */
export interface GroupChoice {
  k: number;
  /** Sum over clustered participants of the squared distance to the mean of their group. */
  inertia: number;
  /** Mean over clustered participants, -1..1. */
  silhouette: number;
  /** Groups that have people: below k when there are fewer than k distinct positions. */
  count: number;
  /** x and y of the mean of each group in turn. */
  centers: Float64Array;
  /** Group of each row, 0 to count - 1 by descending size, equals by centre; -1 not clustered. */
  groupOfRow: Int32Array;
}

/**
 * Finds the best groups for every k from 2 to min(`maxGroups`, 2 + floor(B / `baseClustersPerGroup`)),
 * B the number of places up to `baseClusters`: of what the search finds and the candidate for that
 * k, those of least inertia whose mean silhouette is not below the candidate's.
 * So the candidate is better in neither.
 *
 * Depends on where people stand and on the candidates, not on the order or the ids of participants.
 * @param candidates at most one for each k; people at one place are in one group
 * @returns by ascending k; none without clustered rows; one group when all stand in one place
 * @see MATH.md B1
 */
export function findGroups(
  { places, candidates }: { places: Places; candidates: readonly GroupCandidate[] },
  rule: PlenumParameters,
): GroupChoice[] {
  if (places.weights.length === 0) return [];
  const search = createSearch(places, rule);
  const contests = listGroupCounts(places, rule).map((k) => {
    const candidate = candidates.find((one) => one.k === k);
    const toBeat = candidate && takeCandidate(places, candidate);
    return { k, toBeat, found: search(k, toBeat) };
  });
  const measure = measureSilhouettes(
    places,
    contests.flatMap(({ toBeat, found }) => (toBeat ? [...found, toBeat] : found)),
    rule,
  );
  return contests.map(({ k, toBeat, found }) => {
    const groups = choose(found, toBeat, measure, rule);
    const { count, centers, inertia, groupOfPoint } = groups;
    const groupOfRow = places.placeOfRow.map((place) => (place === -1 ? -1 : groupOfPoint[place]!));
    return { k, inertia, silhouette: measure.of(groups), count, centers, groupOfRow };
  });
}

function listGroupCounts({ weights }: Places, rule: PlenumParameters): number[] {
  const bases = Math.min(weights.length, rule.baseClusters);
  const largest = Math.min(rule.maxGroups, 2 + Math.floor(bases / rule.baseClustersPerGroup));
  return Array.from({ length: largest - 1 }, (_, index) => index + 2);
}

function takeCandidate(places: Places, { groupOfRow }: GroupCandidate): PlaceGroups {
  const labels = new Uint8Array(places.weights.length);
  let labelCount = 1;
  places.placeOfRow.forEach((place, row) => {
    if (place === -1) return;
    labels[place] = groupOfRow[row]!;
    labelCount = Math.max(labelCount, groupOfRow[row]! + 1);
  });
  return formPlaceGroups(places, labels, labelCount);
}

interface Silhouettes {
  of(groups: PlaceGroups): number;
  /** Whether they are exact, or of a summary. */
  isExact: boolean;
}

/** Silhouettes on the places themselves, or on a summary of them that cuts no group. */
function measureSilhouettes(
  places: Places,
  partitions: readonly PlaceGroups[],
  rule: PlenumParameters,
): Silhouettes {
  const isExact = places.weights.length <= rule.maxSilhouettePlaces;
  const values = isExact
    ? computeSilhouettes(places, partitions)
    : measureOnSummary(places, partitions, rule.silhouetteCells);
  const byPartition = new Map(partitions.map((groups, index) => [groups, values[index]!]));
  return { of: (groups) => byPartition.get(groups)!, isExact };
}

function measureOnSummary(places: Places, partitions: readonly PlaceGroups[], cellCount: number) {
  const parts = joinPartitions(partitions, places.weights.length);
  const start = { labels: parts.partOfPoint, count: parts.count };
  const { cellOfPoint, count } = splitIntoCells(places, cellCount, start);
  const pointOfCell = new Int32Array(count);
  cellOfPoint.forEach((cell, point) => {
    pointOfCell[cell] = point;
  });
  return computeSilhouettes(
    averageParts(places, cellOfPoint, count),
    partitions.map(({ groupOfPoint, count }) => ({
      groupOfPoint: Uint8Array.from(pointOfCell, (point) => groupOfPoint[point]!),
      count,
    })),
  );
}

function choose(
  found: readonly PlaceGroups[],
  toBeat: PlaceGroups | undefined,
  silhouettes: Silhouettes,
  rule: PlenumParameters,
): PlaceGroups {
  if (!toBeat) return found[0]!;
  const floor = silhouettes.of(toBeat) + (silhouettes.isExact ? 0 : rule.silhouetteMargin);
  return found.find((groups) => silhouettes.of(groups) >= floor) ?? toBeat;
}
