/** 2^(-r/5) for r = 0..4, each rounded to the nearest double. */
const fifthRoots = [
  1, 0.8705505632961241, 0.757858283255199, 0.6597539553864471, 0.5743491774985175,
] as const;

const metadataPriority = 49;

/**
 * Weight with which a statement is drawn for somebody who has not voted on it: high while few have,
 * when it separates people (extremity), and when it is agreed with rather than passed over.
 * @param statement votes of the clustered participants on it, and its extremity (see `computeExtremity`)
 * @returns 49 for metadata, otherwise above 0
 * @see MATH.md A10; polis `math/conversation.clj` priority-metric
 */
export function computePriority(statement: {
  agrees: number;
  disagrees: number;
  seen: number;
  extremity: number;
  isMetadata: boolean;
}): number {
  const { agrees, disagrees, seen, extremity, isMetadata } = statement;
  if (isMetadata) return metadataPriority;
  const passes = seen - agrees - disagrees;
  const importance =
    (1 - (passes + 1) / (seen + 2)) * (extremity + 1) * ((agrees + 1) / (seen + 2));
  const scaled = importance * (1 + 8 * halveEveryFive(seen));
  return scaled * scaled;
}

/**
 * 2^(-votes / 5), without Math.pow, which differs between engines in its last bit.
 * @param votes an integer from 0
 */
export function halveEveryFive(votes: number): number {
  const whole = Math.floor(votes / 5);
  let result: number = fifthRoots[votes - 5 * whole]!;
  for (let i = 0; i < whole && result > 0; i++) result /= 2;
  return result;
}
