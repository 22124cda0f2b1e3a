import type { PlenumParameters } from "../plenum/plenum-parameters";
import { findGroups, type GroupChoice } from "./find-groups";
import type { Places } from "./places";

/**
 * Finds groups as `findGroups` does, on cells first and with fewer restarts: for when it must be done
 * over and over, as on resampled participants. The choice of k is that of silhouettes of the cells.
 *
 * 2,000 people take 2 ms instead of 30.
 * @returns by ascending k; none without places
 */
export function findGroupsQuickly(places: Places, rule: PlenumParameters): GroupChoice[] {
  const quick = {
    ...rule,
    maxLibraryParticipants: 0,
    summaryCells: rule.quickCells,
    searchCells: rule.quickCells,
    searchRestarts: rule.quickRestarts,
    searchKept: 1,
  };
  const areDistinct = places.weights.length <= rule.quickCells; // else summarize them
  return findGroups({ places: { ...places, areDistinct }, candidates: [] }, quick);
}
