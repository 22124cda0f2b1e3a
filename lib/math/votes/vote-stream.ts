import type { VoteMatrix } from "./vote-matrix";

export interface StreamedVote {
  participant: number;
  statement: number;
  /** agree +1, pass 0, disagree -1 */
  value: number;
}

/** The current votes of one conversation in the order in which Pol.is met them. */
export interface VoteStream {
  /**
   * Takes a batch in. As Pol.is polls it, it is read by statement, then participant, then in the
   * order given; of several votes in a cell the last one stands.
   */
  add(batch: readonly StreamedVote[]): void;
  /**
   * The votes that stand: rows and columns not by ascending id, as elsewhere, but in the order of
   * their first vote. The arrays are new.
   */
  toMatrix(): VoteMatrix;
}

/**
 * An empty stream. Votes by new people or on new statements above the caps are ignored.
 * @see MATH.md A2; polis `math/named_matrix.clj`, `math/conversation.clj` customs
 */
export function createVoteStream(caps: {
  maxParticipants: number;
  maxStatements: number;
}): VoteStream {
  const rowOf = new Map<number, number>();
  const columnOf = new Map<number, number>();
  const rows: Map<number, number>[] = [];

  return {
    add(batch) {
      const ordered = batch.toSorted(
        (a, b) => a.statement - b.statement || a.participant - b.participant,
      );
      for (const { participant, statement, value } of ordered) {
        if (!rowOf.has(participant) && rowOf.size >= caps.maxParticipants) continue;
        if (!columnOf.has(statement) && columnOf.size >= caps.maxStatements) continue;
        const row = indexOf(rowOf, participant);
        rows[row] ??= new Map();
        rows[row].set(indexOf(columnOf, statement), value);
      }
    },
    toMatrix() {
      const cells = rows.map((row) => [...row].sort(([a], [b]) => a - b));
      const rowStart = new Int32Array(cells.length + 1);
      cells.forEach(({ length }, row) => {
        rowStart[row + 1] = rowStart[row]! + length;
      });
      return {
        participants: Int32Array.from(rowOf.keys()),
        statements: Int32Array.from(columnOf.keys()),
        rowStart,
        columns: Int32Array.from(cells.flatMap((row) => row.map(([column]) => column))),
        values: Int8Array.from(cells.flatMap((row) => row.map(([, value]) => value))),
      };
    },
  };
}

/** The index of `id`, the next one when it is new. */
function indexOf(indices: Map<number, number>, id: number): number {
  const index = indices.get(id) ?? indices.size;
  indices.set(id, index);
  return index;
}

/** The votes of a matrix one by one, row by row. */
export function listVotes(matrix: VoteMatrix): StreamedVote[] {
  const { participants, statements, rowStart, columns, values } = matrix;
  return Array.from(participants).flatMap((participant, row) =>
    Array.from(columns.subarray(rowStart[row]!, rowStart[row + 1]!), (column, index) => ({
      participant,
      statement: statements[column]!,
      value: values[rowStart[row]! + index]!,
    })),
  );
}
