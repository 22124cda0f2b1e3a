/** How a crowd voted on one statement. */
export interface Tally {
  votes: number;
  agrees: number;
  disagrees: number;
}

export interface GroupTallies {
  /** Lower case, as in the column names. */
  letter: string;
  /** People with a vote. */
  members: number;
  /** By statement id; a statement without a vote of this group is not there. */
  statements: Map<number, Tally>;
}
