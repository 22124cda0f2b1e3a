import { findEntry } from "./find-entry";
import { codesPerColumn, createCodes, type PackedVotes } from "./packed-votes";
import { addVote, type PairStatistics } from "./pair-statistics";
import type { VoteLog } from "./vote-log";

/**
 * Applies changes to votes. Rows that did not change are copied in runs; only the pairs of votes that
 * changed are counted.
 * @param votes have a column for every statement that the log sets a vote on
 * @param pairs of the votes, brought up to date; or null
 * @returns new arrays; columns that lost their last vote are still there
 */
export function mergeChanges(
  votes: PackedVotes,
  log: VoteLog,
  pairs: PairStatistics | null,
): PackedVotes {
  const columnAt = new Map(
    Array.from(votes.statements, (statement, column) => [statement, column]),
  );
  const after = createWriter(votes, log.length);
  const row: Row = { codes: new Int32Array(votes.statements.length), length: 0 };
  const order = log.sort();
  let next = 0; // first row not dealt with
  for (let i = 0; i < order.length; ) {
    const participant = log.participant(order[i]!);
    const at = findEntry(votes.participants, participant, next);
    const isKnown = votes.participants[at] === participant;
    after.copyRows(next, at);
    next = isKnown ? at + 1 : at;
    loadRow(row, votes, isKnown ? at : null);
    for (; i < order.length && log.participant(order[i]!) === participant; i++) {
      const column = columnAt.get(log.statement(order[i]!));
      if (column !== undefined) changeVote(row, column, log.value(order[i]!), pairs);
    }
    after.addRow(participant, row);
  }
  after.copyRows(next, votes.participants.length);
  return { statements: votes.statements, ...after.finish() };
}

/** Codes of one row, ascending, in the first `length` entries. */
interface Row {
  codes: Int32Array;
  length: number;
}

function loadRow(row: Row, { rowStart, codes }: PackedVotes, index: number | null): void {
  row.length = 0;
  if (index === null) return;
  const end = rowStart[index + 1]!;
  for (let cell = rowStart[index]!; cell < end; cell++) row.codes[row.length++] = codes[cell]!;
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
  if (isThere && pairs) addVote(pairs, row.codes, row.length, at, -1);
  if (value === null) {
    if (!isThere) return;
    row.codes.copyWithin(at, at + 1, row.length);
    row.length--;
    return;
  }
  if (!isThere) {
    row.codes.copyWithin(at + 1, at, row.length);
    row.length++;
  }
  row.codes[at] = code + value + 1;
  if (pairs) addVote(pairs, row.codes, row.length, at, 1);
}

function createWriter(before: PackedVotes, changes: number) {
  const mostRows = before.participants.length + changes;
  const participants = new Int32Array(mostRows);
  const rowStart = new Int32Array(mostRows + 1);
  const codes = createCodes(before.statements.length, before.codes.length + changes);
  let rowCount = 0;
  let cell = 0;
  return {
    /** Rows of `before`, from inclusive, to exclusive. */
    copyRows(from: number, to: number): void {
      const start = before.rowStart[from]!;
      const end = before.rowStart[to]!;
      participants.set(before.participants.subarray(from, to), rowCount);
      codes.set(before.codes.subarray(start, end), cell);
      for (let row = from; row < to; row++) {
        rowStart[++rowCount] = before.rowStart[row + 1]! - start + cell;
      }
      cell += end - start;
    },
    /** Passes over an empty row. */
    addRow(participant: number, row: Row): void {
      if (row.length === 0) return;
      for (let i = 0; i < row.length; i++) codes[cell++] = row.codes[i]!;
      participants[rowCount] = participant;
      rowStart[++rowCount] = cell;
    },
    finish(): Omit<PackedVotes, "statements"> {
      return {
        participants: participants.subarray(0, rowCount),
        rowStart: rowStart.subarray(0, rowCount + 1),
        codes: codes.subarray(0, cell),
      };
    },
  };
}
