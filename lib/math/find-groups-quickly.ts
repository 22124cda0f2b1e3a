import { findGroups, type GroupChoice } from "./find-groups";
import { gatherPlaces } from "./places";
import type { PlenumParameters } from "./plenum-parameters";

/**
 * Finds groups as `findGroups` does, on cells instead of on each position and with fewer restarts:
 * for when it must be done over and over, as on resampled participants. The choice of k is that of
 * silhouettes of the cells.
 *
 * 2,000 people take 2 ms instead of 30.
 * @param points x and y of every row of the vote matrix
 * @param clusteredRows the rows to put into groups
 * @returns by ascending k; none without clustered rows
 */
export function findGroupsQuickly(
  { points, clusteredRows }: { points: Float64Array; clusteredRows: Int32Array },
  rule: PlenumParameters,
): GroupChoice[] {
  const quick = {
    ...rule,
    maxDistinctPlaces: Math.min(clusteredRows.length, rule.quickCells),
    maxLibraryParticipants: 0,
    cellsPerSide: rule.quickCellsPerSide,
    summaryCells: rule.quickCells,
    searchCells: rule.quickCells,
    searchRestarts: rule.quickRestarts,
    searchKept: 1,
  };
  return findGroups({ places: gatherPlaces(points, clusteredRows, quick), candidates: [] }, quick);
}
