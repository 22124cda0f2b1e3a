import type { PlenumParameters } from "../plenum/plenum-parameters";
import { formPlaceGroups, type PlaceGroups } from "./place-groups";
import { measureSilhouettes } from "./place-silhouettes";
import type { Places } from "./places";
import { createSearch } from "./search-groups";
import { splitIntoCells } from "./split-cells";
import { averageParts } from "./summarize-points";

/** A partition to do at least as well as. */
export interface GroupCandidate {
  k: number;
  /** Group of each row of the vote matrix, 0 to k - 1; with -1 for a clustered row it is ignored. */
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
  /**
   * Group of each row, 0 to count - 1 by descending size, equals by centre; -1 not clustered.
   * Made when it is first asked for.
   */
  readonly groupOfRow: Int32Array;
}

/**
 * Finds the best groups for every k from 2 to min(`maxGroups`, 2 + floor(B / `baseClustersPerGroup`)),
 * B the number of places up to `baseClusters`: those of least inertia, and never of more than the
 * candidate for that k.
 *
 * Where a candidate has a higher mean silhouette than all of these, only groups whose silhouette is
 * not below its own come into question. So no candidate has a higher silhouette than the best groups,
 * and the one for their k has no less inertia either.
 *
 * Candidates depend on ids, because Pol.is starts from the first participants; the groups do not,
 * unless a candidate must be matched. That was so for none of seven real conversations, and for 4 of
 * 70 with ids drawn anew.
 * @param candidates at most one for each k; people at one place are in one group
 * @returns by ascending k; none without clustered rows; one group when all stand in one place
 * @see MATH.md B1
 */
export function findGroups(
  { places, candidates }: { places: Places; candidates: readonly GroupCandidate[] },
  rule: PlenumParameters,
): GroupChoice[] {
  if (places.weights.length === 0) return [];
  const cells = places.areDistinct ? null : splitIntoCells(places, rule.summaryCells);
  const summary = cells ? averageParts(places, cells.cellOfPoint, cells.count) : places;
  const search = createSearch(places, summary, rule);
  const contests = listGroupCounts(places, rule).map((k): Contest => {
    const candidate = candidates.find((one) => one.k === k);
    const toBeat = candidate ? takeCandidate(places, candidate) : undefined;
    return { k, toBeat, found: search(k, toBeat) };
  });
  const margin = cells ? rule.silhouetteMargin : 0;
  const chosen = choose(contests, margin, (groups) => measureSilhouettes(places, cells, groups));
  return chosen.map(({ k, groups, silhouette }) => {
    const { count, centers, inertia, groupOfPoint } = groups;
    let groupOfRow: Int32Array | null = null;
    return {
      k,
      inertia,
      silhouette,
      count,
      centers,
      get groupOfRow() {
        groupOfRow ??= spreadToRows(places.placeOfRow, groupOfPoint);
        return groupOfRow;
      },
    };
  });
}

function spreadToRows(placeOfRow: Int32Array, groupOfPlace: Uint8Array): Int32Array {
  const groupOfRow = new Int32Array(placeOfRow.length);
  for (let row = 0; row < groupOfRow.length; row++) {
    const place = placeOfRow[row]!;
    groupOfRow[row] = place === -1 ? -1 : groupOfPlace[place]!;
  }
  return groupOfRow;
}

interface Contest {
  k: number;
  toBeat: PlaceGroups | undefined;
  /** By ascending inertia, none with more than `toBeat`. */
  found: PlaceGroups[];
}

function listGroupCounts({ weights }: Places, rule: PlenumParameters): number[] {
  const bases = Math.min(weights.length, rule.baseClusters);
  const largest = Math.min(rule.maxGroups, 2 + Math.floor(bases / rule.baseClustersPerGroup));
  return Array.from({ length: largest - 1 }, (_, index) => index + 2);
}

function takeCandidate(
  { placeOfRow, ...places }: Places,
  { k, groupOfRow }: GroupCandidate,
): PlaceGroups | undefined {
  const labels = new Uint8Array(places.weights.length);
  for (let row = 0; row < placeOfRow.length; row++) {
    if (placeOfRow[row] === -1) continue;
    if (groupOfRow[row] === -1) return undefined;
    labels[placeOfRow[row]!] = groupOfRow[row]!;
  }
  return formPlaceGroups(places, labels, k);
}

function choose(
  contests: readonly Contest[],
  margin: number,
  measure: (groups: readonly PlaceGroups[]) => Map<PlaceGroups, number>,
) {
  const leaders = contests.map(({ found }) => found[0]!);
  const silhouettes = measure([...leaders, ...contests.flatMap(({ toBeat }) => toBeat ?? [])]);
  const best = leaders.reduce((most, groups) => Math.max(most, silhouettes.get(groups)!), -1);
  return contests.map(({ k, found, toBeat }) => {
    const floor = toBeat ? silhouettes.get(toBeat)! + margin : -1;
    if (!toBeat || floor <= best)
      return { k, groups: found[0]!, silhouette: silhouettes.get(found[0]!)! };
    const measured = measure([...found, toBeat]);
    const groups = found.find((one) => measured.get(one)! >= floor) ?? toBeat;
    return { k, groups, silhouette: measured.get(groups)! };
  });
}
