import { computeWilsonInterval } from "./wilson-interval";

/** A statement that may be put to the vote. */
export interface RoutedStatement {
  /** By rule 10, above 0 (see `computePriority`); null when no analysis has seen a vote on it. */
  priority: number | null;
  /** Everybody's votes on it, as far as analysed. */
  agrees: number;
  votes: number;
  isMetadata: boolean;
}

/**
 * Weights with which statements are drawn for those who have not voted on them: their priorities,
 * but a new statement weighs at least as much as it takes to be judged soon, and none ever nothing.
 *
 * Priorities alone do not see to that: what they add for few votes is gone after twenty, and a share
 * is known to 10 points either way after about ninety. So while the 95% interval of a statement's
 * agreement share (Wilson) is wider than `knownHalfWidth` either way, it weighs at least
 * m (half-width / knownHalfWidth)^2, about m times the votes it needs for each it has; m is the mean
 * priority of all but metadata. Without votes that is 25 m. Afterwards it is at least
 * `leastRoutingWeight` m.
 *
 * Simulated with 1,000 participants, 200 statements and one more at the half, it was known after
 * 6,700 votes in the conversation (median of 12), by uniform choice after 17,300, by priorities alone
 * after 19,800 and in 4 of 12 conversations never.
 * @returns one weight above 0 a statement; all the same before the first analysis
 * @see MATH.md A10; `npm run bench -- routing`
 */
export function computeRoutingWeights(
  statements: readonly RoutedStatement[],
  rule: { z95: number; knownHalfWidth: number; leastRoutingWeight: number },
): Float64Array {
  const typical = meanPriority(statements);
  return Float64Array.from(statements, ({ priority, agrees, votes }) => {
    const { low, high } = computeWilsonInterval(agrees, votes, rule.z95);
    const excess = (high - low) / (2 * rule.knownHalfWidth);
    const least = excess > 1 ? excess * excess : rule.leastRoutingWeight;
    return Math.max(priority ?? 0, least * typical);
  });
}

function meanPriority(statements: readonly RoutedStatement[]): number {
  let sum = 0;
  let count = 0;
  for (const { priority, isMetadata } of statements) {
    if (priority === null || isMetadata) continue;
    sum += priority;
    count += 1;
  }
  return count === 0 ? 1 : sum / count;
}
