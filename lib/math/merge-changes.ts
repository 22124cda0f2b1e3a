import { findEntry } from "./find-entry";
import { type Codes, codesPerColumn, createCodes, type PackedVotes } from "./packed-votes";
import { addVote, type PairStatistics } from "./pair-statistics";

/** Votes set, by participant and then by statement: the value, or `takenAway`. */
export type CellChanges = Map<number, Map<number, number>>;

export const takenAway = 2;

export interface Merge {
  before: PackedVotes;
  changes: CellChanges;
  /** Statements with a vote afterwards, ascending. */
  statements: Int32Array;
  /** By column before: the column afterwards, or -1 for one that is gone; null when none moved. */
  columnOf: Int32Array | null;
  voteCount: number;
  /** Of the votes before with the columns afterwards; brought up to date when there are any. */
  pairs: PairStatistics | null;
}

/**
 * Merges changes into votes. Rows that did not change are copied in runs, and encoded anew only when
 * a statement other than the last came or went; only the pairs of votes that changed are counted.
 * @returns new arrays
 */
export function mergeChanges(merge: Merge): PackedVotes {
  const { before, changes, statements } = merge;
  const codeOf = merge.columnOf && moveCodes(merge.columnOf);
  const columnAt = new Map(Array.from(statements, (statement, column) => [statement, column]));
  const after = createWriter(merge, codeOf);
  const row: Row = { codes: new Int32Array(statements.length), length: 0 };
  let next = 0;
  for (const participant of Int32Array.from(changes.keys()).sort()) {
    const at = findEntry(before.participants, participant, next);
    const isKnown = before.participants[at] === participant;
    after.copyRows(next, at);
    next = isKnown ? at + 1 : at;
    loadRow(row, before, isKnown ? at : null, codeOf);
    for (const [statement, value] of changes.get(participant)!) {
      const column = columnAt.get(statement);
      // Nobody votes any more on a statement without a column: its votes were not loaded.
      if (column !== undefined) changeVote(row, column, value, merge.pairs);
    }
    after.addRow(participant, row);
  }
  after.copyRows(next, before.participants.length);
  return after.finish();
}

/** Codes of one row, ascending, in the first `length` entries. */
interface Row {
  codes: Int32Array;
  length: number;
}

function loadRow(
  row: Row,
  { rowStart, codes }: PackedVotes,
  index: number | null,
  codeOf: Int32Array | null,
): void {
  row.length = 0;
  if (index === null) return;
  for (let cell = rowStart[index]!; cell < rowStart[index + 1]!; cell++) {
    const code = codeOf ? codeOf[codes[cell]!]! : codes[cell]!;
    if (code >= 0) row.codes[row.length++] = code;
  }
}

function changeVote(row: Row, column: number, value: number, pairs: PairStatistics | null): void {
  const code = column * codesPerColumn + value + 1;
  const at = findEntry(row.codes, column * codesPerColumn, 0, row.length);
  const isThere = at < row.length && row.codes[at]! < (column + 1) * codesPerColumn;
  if (isThere && pairs) addVote(pairs, row.codes, row.length, row.codes[at]!, -1);
  if (value === takenAway) {
    if (!isThere) return;
    row.codes.copyWithin(at, at + 1, row.length);
    row.length--;
    return;
  }
  if (!isThere) {
    row.codes.copyWithin(at + 1, at, row.length);
    row.length++;
  }
  row.codes[at] = code;
  if (pairs) addVote(pairs, row.codes, row.length, code, 1);
}

function createWriter(
  { before, changes, statements, voteCount }: Merge,
  codeOf: Int32Array | null,
) {
  const mostRows = before.participants.length + changes.size;
  const participants = new Int32Array(mostRows);
  const rowStart = new Int32Array(mostRows + 1);
  const codes = createCodes(statements.length, voteCount);
  let rowCount = 0;
  let cell = 0;
  return {
    /** Rows of `before`, from inclusive, to exclusive. */
    copyRows(from: number, to: number): void {
      const start = before.rowStart[from]!;
      const end = before.rowStart[to]!;
      participants.set(before.participants.subarray(from, to), rowCount);
      for (let row = from; row < to; row++) {
        rowStart[++rowCount] = before.rowStart[row + 1]! - start + cell;
      }
      copyCodes(before.codes, { start, end }, codeOf, codes, cell);
      cell += end - start;
    },
    /** Passes over an empty row. */
    addRow(participant: number, row: Row): void {
      if (row.length === 0) return;
      codes.set(row.codes.subarray(0, row.length), cell);
      cell += row.length;
      participants[rowCount] = participant;
      rowStart[++rowCount] = cell;
    },
    finish(): PackedVotes {
      return {
        participants: participants.subarray(0, rowCount),
        statements,
        rowStart: rowStart.subarray(0, rowCount + 1),
        codes,
      };
    },
  };
}

/** A vote on a statement that is gone is in no row that is copied. */
function copyCodes(
  from: Codes,
  { start, end }: { start: number; end: number },
  codeOf: Int32Array | null,
  into: Codes,
  at: number,
): void {
  if (codeOf === null) into.set(from.subarray(start, end), at);
  else for (let cell = start; cell < end; cell++) into[at + cell - start] = codeOf[from[cell]!]!;
}

/** By code before: the code afterwards, or -1. */
function moveCodes(columnOf: Int32Array): Int32Array {
  return new Int32Array(columnOf.length * codesPerColumn).map((_, code) => {
    const column = Math.floor(code / codesPerColumn);
    const moved = columnOf[column]!;
    return moved < 0 ? -1 : moved * codesPerColumn + code - column * codesPerColumn;
  });
}
