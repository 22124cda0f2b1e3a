/** Votes in the order in which they came, a vote a row. */
export interface VoteHistory {
  participants: Int32Array<ArrayBuffer>;
  statements: Int32Array<ArrayBuffer>;
  /** agree +1, pass 0, disagree -1, 2 for a vote that was withdrawn */
  values: Int8Array<ArrayBuffer>;
  /** ms since 1970 */
  at: Float64Array<ArrayBuffer>;
}

export interface UndoneVotes {
  /** What stood in the cell before each vote; 2 for nothing. */
  before: Int8Array;
  /** People who had voted after each vote. */
  peopleAfter: Int32Array;
  /** Time of the newest vote up to each, for those that were counted late. */
  newestAt: Float64Array;
}

const nothing = 2;

/** What is needed to go back through a history. */
export function undoVotes({ participants, statements, values, at }: VoteHistory): UndoneVotes {
  const before = new Int8Array(values.length);
  const peopleAfter = new Int32Array(values.length);
  const newestAt = new Float64Array(values.length);
  const standing = new Map<number, Map<number, number>>();
  let newest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    const own = standing.get(participants[i]!) ?? new Map<number, number>();
    if (own.size === 0) standing.set(participants[i]!, own);
    before[i] = own.get(statements[i]!) ?? nothing;
    own.set(statements[i]!, values[i]!);
    peopleAfter[i] = standing.size;
    newest = Math.max(newest, at[i]!);
    newestAt[i] = newest;
  }
  return { before, peopleAfter, newestAt };
}
