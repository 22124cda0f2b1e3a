/** How far a group can be relied on, in one word. */
export type StabilityBand = "firm" | "stable" | "blurred" | "unstable";

/** Least mean overlap (Jaccard) of each band, 0..1; what is below all of them is unstable. */
export const stabilityThresholds = { firm: 0.85, stable: 0.75, blurred: 0.6 } as const;

/**
 * Puts a group's mean overlap over redrawings into words: `firm` is highly stable, `stable` valid,
 * `blurred` a pattern whose members are doubtful, `unstable` not to be trusted.
 * @param overlap mean Jaccard similarity, 0..1
 * @see Hennig 2007, Cluster-wise assessment of cluster stability (Computational Statistics & Data
 *   Analysis 52), section 3; the names of the bands are ours
 */
export function nameStability(overlap: number): StabilityBand {
  const { firm, stable, blurred } = stabilityThresholds;
  if (overlap >= firm) return "firm";
  if (overlap >= stable) return "stable";
  return overlap >= blurred ? "blurred" : "unstable";
}
