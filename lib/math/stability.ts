import type { Stability } from "../schemas/analysis";

/** The stability of groups that were not resampled. */
export const noStability: Stability = {
  resamples: 0,
  participants: 0,
  meanAdjustedRandIndex: null,
  perGroup: {},
  sameK: 0,
};
