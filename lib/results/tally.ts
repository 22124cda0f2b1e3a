/** How a crowd voted on one statement: people, each counted once. */
export interface Tally {
  agrees: number;
  disagrees: number;
  passes: number;
  /** Null: it may not be told how many they are in all (lib/suppress). */
  notVoted: number | null;
  /** Too few people to be told of; all counts are 0 then. */
  isHidden?: true;
}

/** Stands for a crowd that lib/suppress left out. */
export const hiddenTally: Tally = {
  agrees: 0,
  disagrees: 0,
  passes: 0,
  notVoted: 0,
  isHidden: true,
};

/** Fewer people than this could be recognised behind a percentage, so none is shown for them. */
export const smallestCrowd = 5;

/** @param crowd people in all, those who did not vote included; null: that may not be told */
export function createTally(
  { agrees, disagrees, votes }: { agrees: number; disagrees: number; votes: number },
  crowd: number | null,
): Tally {
  return {
    agrees,
    disagrees,
    passes: votes - agrees - disagrees,
    notVoted: crowd === null ? null : Math.max(crowd - votes, 0),
  };
}

/** People who voted, passes included. */
export function countVoters({ agrees, disagrees, passes }: Tally): number {
  return agrees + disagrees + passes;
}

/** 0..1 of those who voted, or null when they are too few to show. */
export function shareOfVoters(
  tally: Tally,
  kind: "agrees" | "disagrees" | "passes",
): number | null {
  const voters = countVoters(tally);
  return voters < smallestCrowd ? null : tally[kind] / voters;
}
