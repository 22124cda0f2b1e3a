import { checkVote } from "./check-vote";
import { countPackedVotes } from "./count-codes";
import { countPairs } from "./count-pairs";
import { findEntry } from "./find-entry";
import { usesPairStatistics } from "./leading-components";
import { type CellChanges, mergeChanges, takenAway } from "./merge-changes";
import { codesPerColumn, createCodes, type PackedVotes } from "./packed-votes";
import { movePairs, type PairStatistics } from "./pair-statistics";

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

/** When one vote in so many changed, counting all pairs anew takes less time. */
const recountShare = 8;

/**
 * A store of the given votes, or of none. The order of the calls does not matter, only the last one
 * for each cell does: `read` gives what `createVoteMatrix` and `packVotes` would.
 *
 * A vote that was set waits until the votes are read. 10,000 of them are then merged into 50 million
 * in a copy of the 100 MB, and their 500,000 pairs counted.
 * @param votes taken over: not to be changed by others
 */
export function createVoteStore(votes: PackedVotes = packNothing()): VoteStore {
  let packed = votes;
  let pairs: PairStatistics | null = null;
  let voteCount = votes.codes.length;
  const waiting: CellChanges = new Map();
  let waitingCount = 0;
  const votesOn = countByStatement(votes);

  const adjust = (statement: number, by: 1 | -1) => {
    voteCount += by;
    const count = (votesOn.get(statement) ?? 0) + by;
    if (count === 0) votesOn.delete(statement);
    else votesOn.set(statement, count);
  };

  const read = () => {
    if (waitingCount === 0) return packed;
    const statements = Int32Array.from(votesOn.keys()).sort();
    const columnOf = placeStatements(packed.statements, statements);
    const isKept =
      usesPairStatistics(statements.length, voteCount) && waitingCount * recountShare < voteCount;
    if (!isKept) pairs = null;
    if (pairs) pairs = arrangePairs(pairs, columnOf, statements.length);
    packed = mergeChanges({
      before: packed,
      changes: waiting,
      statements,
      columnOf,
      voteCount,
      pairs,
    });
    waiting.clear();
    waitingCount = 0;
    return packed;
  };

  return {
    get voteCount() {
      return voteCount;
    },
    set(participant, statement, value) {
      checkVote(participant, statement, value);
      const isThere = value !== null;
      const changes = waiting.get(participant);
      const change = changes?.get(statement);
      const wasThere =
        change === undefined ? hasVote(packed, participant, statement) : change !== takenAway;
      if (wasThere !== isThere) adjust(statement, isThere ? 1 : -1);
      else if (!isThere) return;
      if (change === undefined) waitingCount++;
      if (changes) changes.set(statement, isThere ? value : takenAway);
      else waiting.set(participant, new Map([[statement, isThere ? value : takenAway]]));
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

function countByStatement(votes: PackedVotes): Map<number, number> {
  const { seen } = countPackedVotes(votes);
  return new Map(Array.from(seen, (count, column) => [votes.statements[column]!, count]));
}

/** Puts pairs where the columns are now, new ones included. */
function arrangePairs(
  pairs: PairStatistics,
  columnOf: Int32Array | null,
  columnCount: number,
): PairStatistics {
  if (columnOf === null && columnCount === pairs.columnCount) return pairs;
  const stay = Int32Array.from({ length: pairs.columnCount }, (_, column) => column);
  return movePairs(pairs, columnOf ?? stay, columnCount);
}

/** By column: the one of the same statement now, -1 if it has none; null when none moved. */
function placeStatements(before: Int32Array, after: Int32Array): Int32Array | null {
  const isSame = before.every((statement, column) => after[column] === statement);
  if (isSame) return null;
  return before.map((statement) => {
    const column = findEntry(after, statement);
    return after[column] === statement ? column : -1;
  });
}

function hasVote(
  { participants, statements, rowStart, codes }: PackedVotes,
  participant: number,
  statement: number,
): boolean {
  const row = findEntry(participants, participant);
  const column = findEntry(statements, statement);
  if (participants[row] !== participant || statements[column] !== statement) return false;
  const code = column * codesPerColumn;
  const cell = findEntry(codes, code, rowStart[row]!, rowStart[row + 1]!);
  return cell < rowStart[row + 1]! && codes[cell]! < code + codesPerColumn;
}
