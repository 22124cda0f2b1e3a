/**
 * Share of successes with one success and one failure added: (s + 1) / (n + 2).
 * @returns 0..1, 1/2 when nothing was tried
 * @see MATH.md A9; polis `math/stats.clj`
 */
export function smoothedShare(successes: number, trials: number): number {
  return (successes + 1) / (trials + 2);
}

/**
 * z of the hypothesis that the share is larger than one half, with one success added.
 * @returns 1 when nothing was tried
 * @see MATH.md A9; polis `math/stats.clj` prop-test
 */
export function testProportion(successes: number, trials: number): number {
  return 2 * Math.sqrt(trials + 1) * ((successes + 1) / (trials + 1) - 0.5);
}

/**
 * z of the hypothesis that the first share is larger than the second, with one success added to each.
 * @returns 0 when everybody succeeded
 * @see MATH.md A9; polis `math/stats.clj` two-prop-test
 */
export function testTwoProportions(
  first: { successes: number; trials: number },
  second: { successes: number; trials: number },
): number {
  const n1 = first.trials + 1;
  const n2 = second.trials + 1;
  const p1 = (first.successes + 1) / n1;
  const p2 = (second.successes + 1) / n2;
  const pooled = (first.successes + 1 + second.successes + 1) / (n1 + n2);
  if (pooled === 1) return 0;
  return (p1 - p2) / Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2));
}
