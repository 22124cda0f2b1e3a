import { findEntry, findNearby } from "./find-entry";
import { type Codes, codesPerColumn, createCodes, type PackedVotes } from "./packed-votes";
import { applyChanges, createPairChanges, notePairs, type PairChanges } from "./pair-changes";
import type { PairStatistics } from "./pair-statistics";
import type { VoteLog } from "./vote-log";

/** Rows that changed, by ascending participant, and what they hold now. */
export interface ChangedRows {
  count: number;
  participants: Int32Array;
  /** Row of each; where it would be when it is new. */
  rows: Int32Array;
  /** The row after it; the same when it is new. */
  ends: Int32Array;
  /** Length count + 1: the codes of the i-th are `start[i]` to `start[i + 1]` of `codes`. */
  start: Int32Array;
  codes: Codes;
}

/**
 * Applies changes to the rows they are in, one after the other.
 * @param votes have a column for every statement that the log sets a vote on
 * @param pairs of the votes, brought up to date: each vote that came or went is counted with the
 *   others of its row; or null
 */
export function changeRows(
  votes: PackedVotes,
  log: VoteLog,
  pairs: PairStatistics | null,
): ChangedRows {
  const pairChanges = pairs && createPairChanges(pairs, log.length);
  const order = log.sort();
  const changed = findChangedRows(votes, log, order);
  const columnAt = indexColumns(votes.statements);
  for (let row = 0, i = 0; row < changed.count; row++) {
    loadRow(changed, row, votes);
    for (; i < order.length && log.participant(order[i]!) === changed.participants[row]; i++) {
      // A statement without a column has no vote to take away.
      const column = columnAt.get(log.statement(order[i]!));
      if (column !== undefined) changeVote(changed, row, column, log.value(order[i]!), pairChanges);
    }
  }
  if (pairChanges) applyChanges(pairChanges);
  return changed;
}

function indexColumns(statements: Int32Array): Map<number, number> {
  const columnAt = new Map<number, number>();
  for (let column = 0; column < statements.length; column++) {
    columnAt.set(statements[column]!, column);
  }
  return columnAt;
}

/** Where they are, with room for what they may hold. */
function findChangedRows(
  { participants, rowStart, statements }: PackedVotes,
  log: VoteLog,
  order: Int32Array,
): ChangedRows {
  const ids = new Int32Array(order.length);
  const rows = new Int32Array(order.length);
  const ends = new Int32Array(order.length);
  let room = order.length;
  let count = 0;
  for (let i = 0, row = 0; i < order.length; i++) {
    const participant = log.participant(order[i]!);
    if (count > 0 && participant === ids[count - 1]) continue;
    row = findNearby(participants, participant, row);
    const end = participants[row] === participant ? row + 1 : row;
    room += rowStart[end]! - rowStart[row]!;
    ids[count] = participant;
    rows[count] = row;
    ends[count] = end;
    count++;
  }
  const start = new Int32Array(count + 1);
  return {
    count,
    participants: ids,
    rows,
    ends,
    start,
    codes: createCodes(statements.length, room),
  };
}

/** Copies what the row held, to the end of the rows before. */
function loadRow({ rows, ends, start, codes: into }: ChangedRows, row: number, votes: PackedVotes) {
  const { rowStart, codes } = votes;
  const end = rowStart[ends[row]!]!;
  let at = start[row]!;
  for (let cell = rowStart[rows[row]!]!; cell < end; cell++, at++) into[at] = codes[cell]!;
  start[row + 1] = at;
}

function changeVote(
  { start, codes }: ChangedRows,
  row: number,
  column: number,
  value: number | null,
  pairs: PairChanges | null,
): void {
  const code = column * codesPerColumn;
  const from = start[row]!;
  const end = start[row + 1]!;
  const at = findEntry(codes, code, from, end);
  const isThere = at < end && codes[at]! < code + codesPerColumn;
  if (isThere && value !== null && codes[at] === code + value + 1) return;
  if (isThere && pairs) notePairs(pairs, codes, from, end, at, -1);
  if (value === null) {
    if (!isThere) return;
    for (let i = at; i + 1 < end; i++) codes[i] = codes[i + 1]!;
    start[row + 1] = end - 1;
    return;
  }
  if (!isThere) {
    for (let i = end; i > at; i--) codes[i] = codes[i - 1]!;
    start[row + 1] = end + 1;
  }
  codes[at] = code + value + 1;
  if (pairs) notePairs(pairs, codes, from, start[row + 1]!, at, 1);
}
