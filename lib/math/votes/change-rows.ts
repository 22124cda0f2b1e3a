import { findEntry } from "./find-entry";
import { codesPerColumn, type PackedVotes } from "./packed-votes";
import { addVote, type PairStatistics } from "./pair-statistics";
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
  codes: Int32Array;
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
  const columnAt = new Map(Array.from(votes.statements, (id, column) => [id, column]));
  const order = log.sort();
  const changed = createChangedRows(order.length);
  const row: Row = { codes: new Int32Array(votes.statements.length), length: 0 };
  let at = 0;
  for (let i = 0; i < order.length; ) {
    const participant = log.participant(order[i]!);
    at = findEntry(votes.participants, participant, at);
    const end = votes.participants[at] === participant ? at + 1 : at;
    loadRow(row, votes, at, end);
    for (; i < order.length && log.participant(order[i]!) === participant; i++) {
      // A statement without a column has no vote to take away.
      const column = columnAt.get(log.statement(order[i]!));
      if (column !== undefined) changeVote(row, column, log.value(order[i]!), pairs);
    }
    appendRow(changed, row, { participant, at, end });
  }
  return changed;
}

/** Codes of one row, ascending, in the first `length` entries. */
interface Row {
  codes: Int32Array;
  length: number;
}

function loadRow(row: Row, { rowStart, codes }: PackedVotes, at: number, end: number): void {
  const into = row.codes;
  const from = rowStart[at]!;
  const length = rowStart[end]! - from;
  for (let i = 0; i < length; i++) into[i] = codes[from + i]!;
  row.length = length;
}

function changeVote(
  row: Row,
  column: number,
  value: number | null,
  pairs: PairStatistics | null,
): void {
  const code = column * codesPerColumn;
  const at = findEntry(row.codes, code, 0, row.length);
  const isThere = at < row.length && row.codes[at]! < code + codesPerColumn;
  if (isThere && value !== null && row.codes[at] === code + value + 1) return;
  if (isThere && pairs) addVote(pairs, row.codes, row.length, at, -1);
  if (value === null) {
    if (!isThere) return;
    row.length--;
    for (let i = at; i < row.length; i++) row.codes[i] = row.codes[i + 1]!;
    return;
  }
  if (!isThere) {
    for (let i = row.length; i > at; i--) row.codes[i] = row.codes[i - 1]!;
    row.length++;
  }
  row.codes[at] = code + value + 1;
  if (pairs) addVote(pairs, row.codes, row.length, at, 1);
}

function createChangedRows(mostRows: number): ChangedRows {
  return {
    count: 0,
    participants: new Int32Array(mostRows),
    rows: new Int32Array(mostRows),
    ends: new Int32Array(mostRows),
    start: new Int32Array(mostRows + 1),
    codes: new Int32Array(64 * mostRows),
  };
}

function appendRow(
  changed: ChangedRows,
  row: Row,
  { participant, at, end }: { participant: number; at: number; end: number },
): void {
  const { count } = changed;
  const start = changed.start[count]!;
  if (start + row.length > changed.codes.length) {
    const longer = new Int32Array(2 * (start + row.length));
    longer.set(changed.codes);
    changed.codes = longer;
  }
  const into = changed.codes;
  const { codes, length } = row;
  for (let i = 0; i < length; i++) into[start + i] = codes[i]!;
  changed.participants[count] = participant;
  changed.rows[count] = at;
  changed.ends[count] = end;
  changed.start[count + 1] = start + row.length;
  changed.count++;
}
