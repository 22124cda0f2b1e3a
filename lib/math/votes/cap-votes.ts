import { orderRows } from "./row-order";
import type { VoteMatrix } from "./vote-matrix";

/**
 * Leaves out the participants and statements that come after the hard caps: rows beyond the first
 * `maxParticipants` in `orderRows`, then, of the statements these voted on, those beyond the
 * `maxStatements` lowest ids, with everybody who voted on none before.
 * @returns the same matrix when it is within the caps
 * @see MATH.md A2; polis `math/conversation.clj` customs
 */
export function capVotes(
  matrix: VoteMatrix,
  caps: { maxParticipants: number; maxStatements: number },
): VoteMatrix {
  const { participants, statements, rowStart, columns } = matrix;
  if (participants.length <= caps.maxParticipants && statements.length <= caps.maxStatements) {
    return matrix;
  }
  const isKeptRow = new Uint8Array(participants.length);
  const isKeptColumn = new Uint8Array(statements.length);
  for (const row of orderRows(matrix).subarray(0, caps.maxParticipants)) {
    isKeptRow[row] = 1;
    for (let cell = rowStart[row]!; cell < rowStart[row + 1]!; cell++) {
      isKeptColumn[columns[cell]!] = 1;
    }
  }
  let room = caps.maxStatements;
  for (let column = 0; column < isKeptColumn.length; column++) {
    if (room === 0) isKeptColumn[column] = 0;
    else room -= isKeptColumn[column]!;
  }
  return selectVotes(matrix, isKeptRow, isKeptColumn);
}

/** The votes in the chosen rows and columns; rows without any are left out. */
function selectVotes(
  matrix: VoteMatrix,
  isKeptRow: Uint8Array,
  isKeptColumn: Uint8Array,
): VoteMatrix {
  const newColumn = new Int32Array(isKeptColumn.length);
  let columnCount = 0;
  for (let column = 0; column < newColumn.length; column++) {
    newColumn[column] = columnCount;
    columnCount += isKeptColumn[column]!;
  }
  const participants: number[] = [];
  const rowStart = [0];
  const columns: number[] = [];
  const values: number[] = [];
  for (let row = 0; row < isKeptRow.length; row++) {
    if (!isKeptRow[row]) continue;
    for (let cell = matrix.rowStart[row]!; cell < matrix.rowStart[row + 1]!; cell++) {
      if (!isKeptColumn[matrix.columns[cell]!]) continue;
      columns.push(newColumn[matrix.columns[cell]!]!);
      values.push(matrix.values[cell]!);
    }
    if (columns.length === rowStart.at(-1)) continue;
    participants.push(matrix.participants[row]!);
    rowStart.push(columns.length);
  }
  return {
    participants: Int32Array.from(participants),
    statements: matrix.statements.filter((_, column) => isKeptColumn[column] === 1),
    rowStart: Int32Array.from(rowStart),
    columns: Int32Array.from(columns),
    values: Int8Array.from(values),
  };
}
