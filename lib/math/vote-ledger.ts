import type { VoteMatrix } from "./vote-matrix";

/** The current votes of one conversation, changed a vote at a time. */
export interface VoteLedger {
  /** Votes that stand. */
  readonly count: number;
  /**
   * Sets the vote of a participant on a statement, or takes it away with null.
   * @param value agree +1, pass 0, disagree -1
   * @throws RangeError on another value, or an id that is not an integer from 0 to 2^31 - 1
   */
  set(participant: number, statement: number, value: number | null): void;
  /** The votes that stand; O(votes). The arrays are new: later changes do not touch them. */
  toMatrix(): VoteMatrix;
}

const largestId = 2_147_483_647;

/**
 * An empty ledger. The order of the calls does not matter, only the last one for each cell does.
 * A vote costs about 8 bytes: each row is one sorted array of statement * 4 + value + 1.
 */
export function createVoteLedger(): VoteLedger {
  const rows = new Map<number, number[]>();
  const votesOn = new Map<number, number>();
  let count = 0;

  const adjust = (statement: number, by: 1 | -1) => {
    count += by;
    const votes = (votesOn.get(statement) ?? 0) + by;
    if (votes === 0) votesOn.delete(statement);
    else votesOn.set(statement, votes);
  };

  return {
    get count() {
      return count;
    },
    set(participant, statement, value) {
      checkVote(participant, statement, value);
      const row = rows.get(participant) ?? [];
      const at = lowerBound(row, statement * 4);
      const known = at < row.length && row[at]! < (statement + 1) * 4;
      if (value !== null) {
        row.splice(at, known ? 1 : 0, statement * 4 + value + 1);
        if (!known) adjust(statement, 1);
        if (row.length === 1) rows.set(participant, row);
      } else if (known) {
        row.splice(at, 1);
        adjust(statement, -1);
        if (row.length === 0) rows.delete(participant);
      }
    },
    toMatrix: () => toMatrix(rows, votesOn, count),
  };
}

function toMatrix(
  rows: ReadonlyMap<number, number[]>,
  votesOn: ReadonlyMap<number, number>,
  count: number,
): VoteMatrix {
  const participants = Int32Array.from(rows.keys()).sort();
  const statements = Int32Array.from(votesOn.keys()).sort();
  const columnOf = new Map<number, number>();
  for (let column = 0; column < statements.length; column++) {
    columnOf.set(statements[column]!, column);
  }
  const rowStart = new Int32Array(participants.length + 1);
  const columns = new Int32Array(count);
  const values = new Int8Array(count);
  let cell = 0;
  for (let row = 0; row < participants.length; row++) {
    for (const packed of rows.get(participants[row]!)!) {
      const statement = Math.floor(packed / 4);
      columns[cell] = columnOf.get(statement)!;
      values[cell] = packed - statement * 4 - 1;
      cell++;
    }
    rowStart[row + 1] = cell;
  }
  return { participants, statements, rowStart, columns, values };
}

function checkVote(participant: number, statement: number, value: number | null): void {
  for (const id of [participant, statement]) {
    if (!Number.isInteger(id) || id < 0 || id > largestId) throw new RangeError(`The id ${id}.`);
  }
  if (value !== null && value !== 1 && value !== 0 && value !== -1) {
    throw new RangeError(`The vote ${value}.`);
  }
}

/** First position whose packed vote is not below `packed`. */
function lowerBound(row: readonly number[], packed: number): number {
  let low = 0;
  let high = row.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (row[middle]! < packed) low = middle + 1;
    else high = middle;
  }
  return low;
}
