import type { VoteMatrix } from "./vote-matrix";

/**
 * A vote matrix in one small integer a vote, so that a pass over all votes reads as little memory as
 * can be: 2 bytes a vote up to 21,845 statements, 4 above.
 *
 * Rows and columns are those of `VoteMatrix`: ids ascend, columns ascend within a row, every row and
 * column holds at least one vote.
 */
export interface PackedVotes {
  /** Participant id of each row, ascending. */
  participants: Int32Array;
  /** Statement id of each column, ascending. */
  statements: Int32Array;
  /** Length participants + 1: row r is `rowStart[r]` (inclusive) to `rowStart[r + 1]` (exclusive). */
  rowStart: Int32Array;
  /** column * 3 + value + 1 of each vote; agree +1, pass 0, disagree -1. */
  codes: Codes;
}

export type Codes = Uint16Array | Uint32Array;

/** Codes a column has: disagree, pass, agree. */
export const codesPerColumn = 3;

const smallCodes = 65_536;

/**
 * Packs a vote matrix; `participants`, `statements` and `rowStart` are shared with it.
 * @throws RangeError never for a matrix made by `createVoteMatrix`
 */
export function packVotes({ columns, values, ...rest }: VoteMatrix): PackedVotes {
  const codes = createCodes(rest.statements.length, columns.length);
  for (let cell = 0; cell < codes.length; cell++) {
    codes[cell] = columns[cell]! * codesPerColumn + values[cell]! + 1;
  }
  return { ...rest, codes };
}

/** The inverse of `packVotes`. */
export function unpackVotes({ codes, ...rest }: PackedVotes): VoteMatrix {
  const columns = new Int32Array(codes.length);
  const values = new Int8Array(codes.length);
  for (let cell = 0; cell < codes.length; cell++) {
    const column = Math.floor(codes[cell]! / codesPerColumn);
    columns[cell] = column;
    values[cell] = codes[cell]! - column * codesPerColumn - 1;
  }
  return { ...rest, columns, values };
}

/** Zeros, in the smallest type that holds every code of that many columns. */
export function createCodes(columnCount: number, length: number): Codes {
  return columnCount * codesPerColumn <= smallCodes
    ? new Uint16Array(length)
    : new Uint32Array(length);
}
