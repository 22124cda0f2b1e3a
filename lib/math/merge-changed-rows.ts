import { codesPerColumn, createCodes, type PackedVotes } from "./packed-votes";

/** Rows that replace those of `PackedVotes`, and what is there afterwards. */
interface ChangedRows {
  /** By participant id: statement * 4 + value + 1 of each vote, ascending; empty takes the row out. */
  rows: ReadonlyMap<number, readonly number[]>;
  /** Statement ids with a vote afterwards, ascending. */
  statements: Int32Array;
  voteCount: number;
}

/**
 * Replaces whole rows; what lies between them is copied in runs.
 * Votes are encoded anew only when a statement before the last one came or went.
 */
export function mergeChangedRows(before: PackedVotes, changes: ChangedRows): PackedVotes {
  const ids = Int32Array.from(changes.rows.keys()).sort();
  const { statements } = changes;
  const columnOf = new Map<number, number>();
  for (let column = 0; column < statements.length; column++) {
    columnOf.set(statements[column]!, column);
  }
  const source = { ...before, codes: moveColumns(before, columnOf, statements.length) };
  const codes = createCodes(statements.length, changes.voteCount);
  const participants = new Int32Array(before.participants.length + ids.length);
  const rowStart = new Int32Array(before.participants.length + ids.length + 1);
  let rowCount = 0;
  let next = 0; // first row of `before` not yet dealt with
  let cell = 0;

  const copyRowsBefore = (end: number) => {
    const from = source.rowStart[next]!;
    const to = source.rowStart[end]!;
    codes.set(source.codes.subarray(from, to), cell);
    for (; next < end; next++) {
      participants[rowCount++] = source.participants[next]!;
      rowStart[rowCount] = source.rowStart[next + 1]! - from + cell;
    }
    cell += to - from;
  };

  for (const id of ids) {
    let end = next;
    while (end < source.participants.length && source.participants[end]! < id) end++;
    copyRowsBefore(end);
    if (source.participants[next] === id) next++;
    const row = changes.rows.get(id)!;
    for (const packed of row) {
      const statement = Math.floor(packed / 4);
      codes[cell++] = columnOf.get(statement)! * codesPerColumn + packed - statement * 4;
    }
    if (row.length === 0) continue;
    participants[rowCount++] = id;
    rowStart[rowCount] = cell;
  }
  copyRowsBefore(source.participants.length);
  return {
    participants: participants.slice(0, rowCount),
    statements,
    rowStart: rowStart.slice(0, rowCount + 1),
    codes,
  };
}

/**
 * The codes with the columns at their new places; the same array when no column moves.
 * Votes on a statement that is gone are only in rows that are replaced: they get any code.
 */
function moveColumns(
  { statements, codes }: PackedVotes,
  columnOf: ReadonlyMap<number, number>,
  columnCount: number,
): PackedVotes["codes"] {
  if (statements.every((statement, column) => columnOf.get(statement) === column)) return codes;
  const codeOf = new Int32Array(statements.length * codesPerColumn);
  for (let code = 0; code < codeOf.length; code++) {
    const column = Math.floor(code / codesPerColumn);
    const moved = columnOf.get(statements[column]!) ?? 0;
    codeOf[code] = moved * codesPerColumn + code - column * codesPerColumn;
  }
  const moved = createCodes(columnCount, codes.length);
  for (let cell = 0; cell < codes.length; cell++) moved[cell] = codeOf[codes[cell]!]!;
  return moved;
}
