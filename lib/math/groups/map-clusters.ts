import type { Places } from "./places";
import { splitIntoCells } from "./split-cells";
import { averageParts } from "./summarize-points";

/** Small neighbourhoods of the map, to draw it from. */
export interface MapClusters {
  /** Ascending, positive, with gaps. */
  ids: Int32Array;
  /** x and y of the mean of each cluster in turn. */
  centers: Float64Array;
  /** Participants in each, at least 1. */
  counts: Int32Array;
  /** Group of each, -1 where there are no groups. */
  groups: Int32Array;
  /** Index into `ids` of each row's cluster, -1 for rows that are not clustered. */
  clusterOfRow: Int32Array;
}

/**
 * Gathers clustered participants into at most `baseClusters` neighbourhoods, small where many stand.
 * No group border runs through one. With no more places than `baseClusters` each is one.
 *
 * An id names a part of the map by how it was cut from its group, so that it stays when something
 * changes elsewhere.
 * @param groupOfRow group of each row from 0, those at one place in one group; null when there are none
 * @returns no clusters without clustered rows
 */
export function formMapClusters(
  places: Places,
  groupOfRow: Int32Array | null,
  rule: { baseClusters: number },
): MapClusters {
  const groupOfPlace = findGroupOfPlace(places, groupOfRow);
  const labelCount = groupOfPlace.reduce((largest, group) => Math.max(largest, group), -1) + 1;
  const start = { labels: groupOfPlace, count: labelCount };
  const cells = splitIntoCells(places, rule.baseClusters, start);
  const { points, weights } = averageParts(places, cells.cellOfPoint, cells.count);

  const order = Int32Array.from(cells.paths.keys()).sort(
    (a, b) => cells.paths[a]! - cells.paths[b]!,
  );
  const rank = new Int32Array(order.length);
  order.forEach((cell, index) => {
    rank[cell] = index;
  });
  const groups = new Int32Array(order.length).fill(-1);
  cells.cellOfPoint.forEach((cell, place) => {
    if (groupOfRow) groups[rank[cell]!] = groupOfPlace[place]!;
  });
  return {
    ids: order.map((cell) => cells.paths[cell]!),
    centers: Float64Array.from(
      [...order].flatMap((cell) => [points[2 * cell]!, points[2 * cell + 1]!]),
    ),
    counts: order.map((cell) => weights[cell]!),
    groups,
    clusterOfRow: findClusterOfRow(places.placeOfRow, cells.cellOfPoint, rank),
  };
}

function findClusterOfRow(placeOfRow: Int32Array, cellOfPlace: Int32Array, rank: Int32Array) {
  const clusterOfRow = new Int32Array(placeOfRow.length);
  for (let row = 0; row < clusterOfRow.length; row++) {
    const place = placeOfRow[row]!;
    clusterOfRow[row] = place === -1 ? -1 : rank[cellOfPlace[place]!]!;
  }
  return clusterOfRow;
}

function findGroupOfPlace(
  { placeOfRow, weights }: Places,
  groupOfRow: Int32Array | null,
): Int32Array {
  const groupOfPlace = new Int32Array(weights.length);
  if (groupOfRow === null) return groupOfPlace;
  for (let row = 0; row < placeOfRow.length; row++) {
    if (placeOfRow[row] !== -1) groupOfPlace[placeOfRow[row]!] = groupOfRow[row]!;
  }
  return groupOfPlace;
}
