/**
 * Confidence interval of a share by Wilson's score, which stays within 0..1 and is sensible for few
 * trials.
 * @param z standard normal quantile, 1.96 for 95%
 * @returns [0, 1] when nothing was tried
 * @see Wilson 1927; Brown, Cai and DasGupta 2001
 */
export function computeWilsonInterval(
  successes: number,
  trials: number,
  z: number,
): { low: number; high: number } {
  if (trials === 0) return { low: 0, high: 1 };
  const share = successes / trials;
  const square = z * z;
  const middle = share + square / (2 * trials);
  const spread = z * Math.sqrt((share * (1 - share)) / trials + square / (4 * trials * trials));
  const scale = 1 + square / trials;
  return {
    low: successes === 0 ? 0 : (middle - spread) / scale,
    high: successes === trials ? 1 : (middle + spread) / scale,
  };
}
