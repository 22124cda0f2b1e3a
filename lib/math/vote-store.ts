import { checkVote } from "./check-vote";
import { countPairs } from "./count-pairs";
import { usesPairStatistics } from "./leading-components";
import { mergeChangedRows } from "./merge-changed-rows";
import { codesPerColumn, createCodes, type PackedVotes } from "./packed-votes";
import type { PairStatistics } from "./pair-statistics";
import { updatePairs } from "./update-pairs";

/** The current votes of one conversation, changed a vote at a time. */
export interface VoteStore {
  /** Votes that stand. */
  readonly voteCount: number;
  /**
   * Sets the vote of a participant on a statement, or takes it away with null.
   * @param value agree +1, pass 0, disagree -1
   * @throws RangeError on another value, or an id that is not an integer from 0 to 2^31 - 1
   */
  set(participant: number, statement: number, value: number | null): void;
  /** The votes that stand; O(votes) at most. The arrays are valid until the next `set`. */
  read(): PackedVotes;
  /**
   * Exact sums over each pair of statements, kept from call to call and valid until the next `set`;
   * null where the conversation is computed from its votes instead, see `usesPairStatistics`.
   */
  readPairs(): PairStatistics | null;
}

/**
 * A store of the given votes, or of none. The order of the calls does not matter, only the last one
 * for each cell does: `read` gives what `createVoteMatrix` and `packVotes` would.
 *
 * Rows that changed are kept apart, whole, until they are read.
 * @param votes taken over: the store may write into these arrays
 */
export function createVoteStore(votes: PackedVotes = packNothing()): VoteStore {
  let packed = votes;
  let pairs: PairStatistics | null = null;
  let voteCount = votes.codes.length;
  /** Rows that differ from `packed`: statement * 4 + value + 1 of each vote, ascending. */
  const changed = new Map<number, number[]>();
  const votesOn = countByStatement(votes);

  const adjust = (statement: number, by: 1 | -1) => {
    voteCount += by;
    const count = (votesOn.get(statement) ?? 0) + by;
    if (count === 0) votesOn.delete(statement);
    else votesOn.set(statement, count);
  };

  const keepPairs = (known: PairStatistics, statements: Int32Array) => {
    if (!usesPairStatistics(statements.length, voteCount)) return null;
    const changes = Array.from(changed, ([participant, after]) => ({
      before: unpackRow(packed, participant),
      after,
    }));
    return updatePairs(known, changes, { before: packed.statements, after: statements });
  };

  const read = () => {
    if (changed.size === 0) return packed;
    const statements = Int32Array.from(votesOn.keys()).sort();
    if (pairs) pairs = keepPairs(pairs, statements);
    packed = mergeChangedRows(packed, { rows: changed, statements, voteCount });
    changed.clear();
    return packed;
  };

  return {
    get voteCount() {
      return voteCount;
    },
    set(participant, statement, value) {
      checkVote(participant, statement, value);
      const row = changed.get(participant) ?? unpackRow(packed, participant);
      const at = lowerBound(row, statement * 4);
      const isKnown = at < row.length && row[at]! < (statement + 1) * 4;
      if (value === null ? !isKnown : isKnown && row[at] === statement * 4 + value + 1) return;
      if (value === null) row.splice(at, 1);
      else row.splice(at, isKnown ? 1 : 0, statement * 4 + value + 1);
      if (value === null) adjust(statement, -1);
      else if (!isKnown) adjust(statement, 1);
      changed.set(participant, row);
    },
    read,
    readPairs() {
      const votes = read();
      if (!usesPairStatistics(votes.statements.length, votes.codes.length)) return null;
      pairs ??= countPairs(votes);
      return pairs;
    },
  };
}

function packNothing(): PackedVotes {
  return {
    participants: new Int32Array(0),
    statements: new Int32Array(0),
    rowStart: new Int32Array(1),
    codes: createCodes(0, 0),
  };
}

function countByStatement({ statements, codes }: PackedVotes): Map<number, number> {
  const counts = new Int32Array(statements.length * codesPerColumn);
  for (let cell = 0; cell < codes.length; cell++) counts[codes[cell]!]! += 1;
  const byStatement = new Map<number, number>();
  for (let column = 0; column < statements.length; column++) {
    const at = column * codesPerColumn;
    byStatement.set(statements[column]!, counts[at]! + counts[at + 1]! + counts[at + 2]!);
  }
  return byStatement;
}

function unpackRow(
  { participants, statements, rowStart, codes }: PackedVotes,
  participant: number,
): number[] {
  const row = lowerBound(participants, participant);
  if (participants[row] !== participant) return [];
  const cells: number[] = [];
  for (let cell = rowStart[row]!; cell < rowStart[row + 1]!; cell++) {
    const column = Math.floor(codes[cell]! / codesPerColumn);
    cells.push(statements[column]! * 4 + codes[cell]! - column * codesPerColumn);
  }
  return cells;
}

/** First position whose entry is not below `least`. */
function lowerBound(ascending: ArrayLike<number>, least: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
