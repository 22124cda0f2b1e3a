/**
 * Current votes of one conversation, sparse, by participant (compressed rows).
 *
 * Row r belongs to `participants[r]`; its cells are `rowStart[r]` (inclusive) to `rowStart[r + 1]`
 * (exclusive) of `columns` and `values`. Ids ascend in `participants` and in `statements`, column
 * indices ascend within a row. Values: agree +1, pass 0, disagree -1; a cell that is not there was
 * not voted on. Every row and every column holds at least one vote.
 */
export interface VoteMatrix {
  /** Participant id of each row, ascending. */
  participants: Int32Array;
  /** Statement id of each column, ascending. */
  statements: Int32Array;
  /** Length participants + 1. */
  rowStart: Int32Array;
  /** Index into `statements` of each vote. */
  columns: Int32Array;
  values: Int8Array;
}

/** One current vote a position, in any order. */
export interface VoteTriples {
  participant: Int32Array;
  statement: Int32Array;
  value: Int8Array;
}

/**
 * Arranges votes as a matrix.
 * @param votes at most one vote a participant and statement, values +1, 0 or -1
 * @returns a matrix without rows and columns when there are no votes
 * @throws RangeError on arrays of different lengths, another value, or a cell given twice
 */
export function createVoteMatrix(votes: VoteTriples): VoteMatrix {
  const count = votes.value.length;
  if (votes.participant.length !== count || votes.statement.length !== count) {
    throw new RangeError(`${votes.participant.length}, ${votes.statement.length} and ${count} ids`);
  }
  const participants = distinct(votes.participant);
  const statements = distinct(votes.statement);
  const rowOf = indexOf(participants);
  const columnOf = indexOf(statements);
  // Two stable counting sorts, by column and then by row, leave columns ascending within rows.
  const column = votes.statement.map((id) => columnOf.get(id)!);
  const row = votes.participant.map((id) => rowOf.get(id)!);
  const byColumn = countingSort(column, statements.length, null);
  const byRow = countingSort(row, participants.length, byColumn.order);
  const matrix: VoteMatrix = {
    participants,
    statements,
    rowStart: byRow.start,
    columns: byRow.order.map((vote) => column[vote]!),
    values: Int8Array.from(byRow.order, (vote) => votes.value[vote]!),
  };
  checkCells(matrix);
  return matrix;
}

function checkCells(matrix: VoteMatrix): void {
  const { participants, statements, rowStart, columns, values } = matrix;
  for (let row = 0; row < participants.length; row++) {
    for (let cell = rowStart[row]!; cell < rowStart[row + 1]!; cell++) {
      const isRepeated = cell > rowStart[row]! && columns[cell] === columns[cell - 1];
      if (values[cell]! >= -1 && values[cell]! <= 1 && !isRepeated) continue;
      throw new RangeError(
        `Participant ${participants[row]}, statement ${statements[columns[cell]!]}: ` +
          (isRepeated ? "two votes" : `vote ${values[cell]}`),
      );
    }
  }
}

function distinct(ids: Int32Array): Int32Array {
  return Int32Array.from(new Set(ids)).sort();
}

function indexOf(ids: Int32Array): Map<number, number> {
  const index = new Map<number, number>();
  for (let i = 0; i < ids.length; i++) index.set(ids[i]!, i);
  return index;
}

/** Positions sorted by key, equal keys in the order of `before`, and where each key begins. */
function countingSort(
  keys: Int32Array,
  keyCount: number,
  before: Int32Array | null,
): { order: Int32Array; start: Int32Array } {
  const start = new Int32Array(keyCount + 1);
  for (const key of keys) start[key + 1]! += 1;
  for (let key = 0; key < keyCount; key++) start[key + 1]! += start[key]!;
  const next = start.slice(0, keyCount);
  const order = new Int32Array(keys.length);
  for (let i = 0; i < keys.length; i++) {
    const item = before ? before[i]! : i;
    const key = keys[item]!;
    order[next[key]!++] = item;
  }
  return { order, start };
}
