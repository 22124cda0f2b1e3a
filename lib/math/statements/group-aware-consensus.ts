import type { VoteCounts } from "../votes/vote-counts";
import { smoothedShare } from "./proportion-tests";

/** How far all groups agree with a statement; shares are smoothed, 0..1. */
export interface GroupAwareConsensus {
  /** Product of the groups' agreement shares, as Pol.is has it; shrinks as groups are added. */
  product: number;
  /** Its root by the number of groups: comparable between any numbers of groups. */
  geometricMean: number;
  /** Share of the least agreeing group. */
  minimum: number;
}

/**
 * Group-aware consensus of one statement. A group without votes on it counts 1/2.
 * @returns all 1 without groups
 * @see MATH.md A8 and B4; Small et al. 2021
 */
export function computeGroupAwareConsensus(
  groups: readonly VoteCounts[],
  column: number,
): GroupAwareConsensus {
  const shares = groups.map(({ agrees, seen }) => smoothedShare(agrees[column]!, seen[column]!));
  const product = shares.reduce((total, share) => total * share, 1);
  return {
    product,
    geometricMean: shares.length === 0 ? 1 : rootOfProduct(product, shares),
    minimum: shares.reduce((least, share) => Math.min(least, share), 1),
  };
}

/**
 * The root of x^n = product by Newton's method from the arithmetic mean, which is never below it, so
 * that the steps descend until rounding stops them. 0 when so many factors underflow.
 */
function rootOfProduct(product: number, factors: readonly number[]): number {
  const n = factors.length;
  let root = factors.reduce((sum, factor) => sum + factor, 0) / n;
  if (n === 1 || product === 0) return n === 1 ? root : 0;
  for (;;) {
    let power = 1;
    for (let i = 1; i < n; i++) power *= root;
    const next = ((n - 1) * root + product / power) / n;
    if (next >= root) return root;
    root = next;
  }
}
