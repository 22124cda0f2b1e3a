import { orderRows } from "./row-order";
import type { VoteMatrix } from "./vote-matrix";

/**
 * Leaves out the statements and participants that come after the hard caps: columns beyond the
 * `maxStatements` lowest ids, then rows beyond the first `maxParticipants` in `orderRows`.
 * @returns the same matrix when it is within the caps
 * @see MATH.md A2; polis `math/conversation.clj` customs
 */
export function capVotes(
  matrix: VoteMatrix,
  caps: { maxParticipants: number; maxStatements: number },
): VoteMatrix {
  const columnCount = Math.min(matrix.statements.length, caps.maxStatements);
  const isKept = new Uint8Array(matrix.participants.length);
  let kept = 0;
  for (const row of orderRows(matrix)) {
    if (kept === caps.maxParticipants) break;
    if (matrix.columns[matrix.rowStart[row]!]! >= columnCount) break; // ordered: none follows
    isKept[row] = 1;
    kept++;
  }
  if (kept === isKept.length && columnCount === matrix.statements.length) return matrix;
  return selectVotes(matrix, isKept, columnCount);
}

function selectVotes(matrix: VoteMatrix, isKept: Uint8Array, columnCount: number): VoteMatrix {
  const participants: number[] = [];
  const rowStart = [0];
  const columns: number[] = [];
  const values: number[] = [];
  for (let row = 0; row < isKept.length; row++) {
    if (!isKept[row]) continue;
    for (let cell = matrix.rowStart[row]!; cell < matrix.rowStart[row + 1]!; cell++) {
      if (matrix.columns[cell]! >= columnCount) break;
      columns.push(matrix.columns[cell]!);
      values.push(matrix.values[cell]!);
    }
    participants.push(matrix.participants[row]!);
    rowStart.push(columns.length);
  }
  return withoutEmptyColumns({
    participants: Int32Array.from(participants),
    statements: matrix.statements.slice(0, columnCount),
    rowStart: Int32Array.from(rowStart),
    columns: Int32Array.from(columns),
    values: Int8Array.from(values),
  });
}

function withoutEmptyColumns(matrix: VoteMatrix): VoteMatrix {
  const isUsed = new Uint8Array(matrix.statements.length);
  for (const column of matrix.columns) isUsed[column] = 1;
  const newColumn = new Int32Array(isUsed.length);
  let count = 0;
  for (let column = 0; column < isUsed.length; column++) {
    newColumn[column] = count;
    count += isUsed[column]!;
  }
  return {
    ...matrix,
    statements: matrix.statements.filter((_, column) => isUsed[column] === 1),
    columns: matrix.columns.map((column) => newColumn[column]!),
  };
}
