/**
 * Carries a stability that was measured on fewer people on to all of them. What is missing to 1
 * shrinks with the square root of their number where groups are regular; where they are not, such as
 * when two ways of grouping are equally good, it shrinks more slowly or not at all. So the rate is
 * that seen from a quarter of the people drawn to all of them, and the square root at most.
 * @param drawn stability, at most 1, among those drawn, and `quarter` among a fourth as many
 * @param ratio of all people to those drawn, at least 1
 * @returns not below `drawn`
 * @see Bertail, Politis and Romano 1999, On subsampling estimators with unknown rate of convergence
 */
export function extrapolateStability(drawn: number, quarter: number, ratio: number): number {
  const loss = 1 - drawn;
  if (loss <= 0) return drawn;
  const shrinkage = Math.max(1, Math.min((1 - quarter) / loss, 2));
  let left = loss;
  let rest = ratio;
  for (; rest >= 4; rest /= 4) left /= shrinkage;
  return 1 - left / (1 + ((shrinkage - 1) * (rest - 1)) / 3);
}
