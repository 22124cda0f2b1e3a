import { usesPairStatistics } from "../components/leading-components";
import { checkVote } from "./check-vote";
import { countCodes } from "./count-codes";
import { countPairs } from "./count-pairs";
import { findRows } from "./find-rows";
import { mergeChanges } from "./merge-changes";
import { moveColumns } from "./move-columns";
import { codesPerColumn, createCodes, type PackedVotes } from "./packed-votes";
import { countCodesOfPairs, movePairs, type PairStatistics } from "./pair-statistics";
import { createVoteLog } from "./vote-log";

/** The current votes of one conversation, changed a vote at a time. */
export interface VoteStore {
  /** Votes that stand; as costly as `read`. */
  readonly voteCount: number;
  /**
   * Sets the vote of a participant on a statement, or takes it away with null.
   * @param value agree +1, pass 0, disagree -1
   * @throws RangeError on another value, or an id that is not an integer from 0 to 2^31 - 1
   */
  set(participant: number, statement: number, value: number | null): void;
  /** The votes that stand; O(votes) at most. The arrays are valid until the next call of `set`. */
  read(): PackedVotes;
  /**
   * Exact sums over each pair of statements, kept from call to call and valid until the next `set`;
   * null where the conversation is computed from its votes instead, see `usesPairStatistics`.
   */
  readPairs(): PairStatistics | null;
}

/**
 * When one vote in so many changed, counting all pairs anew takes less time: 10 to 20 ns a pair of a
 * vote that changed, 1.3 of all.
 */
const recountShare = 32;

/**
 * A store of the given votes, or of none. The order of the calls does not matter, only the last one
 * for each cell does: `read` gives what `createVoteMatrix` and `packVotes` would.
 *
 * A vote that was set waits in a log of 9 bytes a vote until the votes are read, or a million wait.
 * @param votes not to be changed by others; not changed by the store
 */
export function createVoteStore(votes: PackedVotes = packNothing()): VoteStore {
  let packed = votes;
  let pairs: PairStatistics | null = null;
  /** Whether the codes are in a buffer of the store's own. */
  let isOwn = false;
  const log = createVoteLog();

  const arrange = (statements: Int32Array) => {
    const columnOf = findRows(packed.statements, statements);
    if (pairs) pairs = movePairs(pairs, columnOf, statements.length);
    packed = moveColumns(packed, statements, columnOf);
  };

  const merge = () => {
    if (log.length === 0) return;
    if (log.length * recountShare > packed.codes.length) pairs = null;
    const statements = addStatements(packed.statements, log.listStatements());
    if (statements.length > packed.statements.length) arrange(statements);
    packed = mergeChanges(packed, log, { pairs, mayOverwrite: isOwn });
    isOwn = true;
    if (log.takesAway) {
      const counts = pairs ? countCodesOfPairs(pairs) : countCodes(packed);
      const left = packed.statements.filter((_, column) => isVoted(counts, column));
      if (left.length < packed.statements.length) arrange(left);
    }
    if (!usesPairStatistics(packed.statements.length, packed.codes.length)) pairs = null;
    log.clear();
  };

  const read = () => {
    merge();
    return packed;
  };

  return {
    get voteCount() {
      return read().codes.length;
    },
    set(participant, statement, value) {
      checkVote(participant, statement, value);
      log.add(participant, statement, value);
      if (log.isFull) merge();
    },
    read,
    readPairs() {
      merge();
      if (!usesPairStatistics(packed.statements.length, packed.codes.length)) return null;
      pairs ??= countPairs(packed);
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

/** Both, ascending; the same array when nothing is new. */
function addStatements(known: Int32Array, voted: Set<number>): Int32Array {
  for (const statement of known) voted.delete(statement);
  return voted.size === 0 ? known : Int32Array.from([...known, ...voted]).sort();
}

function isVoted(counts: Int32Array, column: number): boolean {
  const at = column * codesPerColumn;
  return counts[at]! + counts[at + 1]! + counts[at + 2]! > 0;
}
