import { computeWilsonInterval } from "./wilson-interval";

interface Tally {
  successes: number;
  trials: number;
}

/**
 * Confidence interval of the first share less the second, made from the Wilson intervals of both: it
 * stays within -1..1 and is sensible for few trials.
 * @param z standard normal quantile, 1.96 for 95%
 * @returns [-1, 1] when neither was tried
 * @see Newcombe 1998, Interval estimation for the difference between independent proportions, method 10
 */
export function computeDifferenceInterval(
  first: Tally,
  second: Tally,
  z: number,
): { low: number; high: number } {
  const a = estimateShare(first, z);
  const b = estimateShare(second, z);
  const difference = a.share - b.share;
  return {
    low: Math.max(-1, difference - distance(a.share - a.low, b.high - b.share)),
    high: Math.min(1, difference + distance(a.high - a.share, b.share - b.low)),
  };
}

/** Half when nothing was tried: the middle of what it can be. */
function estimateShare({ successes, trials }: Tally, z: number) {
  const share = trials === 0 ? 0.5 : successes / trials;
  return { share, ...computeWilsonInterval(successes, trials, z) };
}

function distance(a: number, b: number): number {
  return Math.sqrt(a * a + b * b);
}
