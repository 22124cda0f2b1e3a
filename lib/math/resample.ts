import { codesPerColumn, createCodes, type PackedVotes } from "./packed-votes";
import type { Random } from "./random";

/** The votes of participants drawn with replacement. */
export interface Resample {
  /** One row a draw; participants are numbered anew. */
  votes: PackedVotes;
  isModeratedOut: Uint8Array;
  /** Which row each row was drawn from, ascending: repeats stand together. */
  sourceRows: Int32Array;
}

/**
 * Draws `count` rows with replacement. Columns without a vote of those drawn are left out.
 * @returns nothing drawn when there are no rows
 * @see Efron 1979; fewer draws than rows: Bickel, Goetze and van Zwet 1997, m out of n
 */
export function drawResample(
  { votes, isModeratedOut }: { votes: PackedVotes; isModeratedOut: Uint8Array },
  count: number,
  random: Random,
): Resample {
  const rowCount = votes.participants.length;
  const sourceRows = new Int32Array(rowCount === 0 ? 0 : count);
  for (let i = 0; i < sourceRows.length; i++) sourceRows[i] = Math.floor(random() * rowCount);
  sourceRows.sort();
  const rowStart = new Int32Array(sourceRows.length + 1);
  for (let row = 0; row < sourceRows.length; row++) {
    const source = sourceRows[row]!;
    rowStart[row + 1] = rowStart[row]! + votes.rowStart[source + 1]! - votes.rowStart[source]!;
  }
  const { columns, newCodes } = renumberColumns(votes, sourceRows);
  const codes = createCodes(columns.length, rowStart[sourceRows.length]!);
  let cell = 0;
  for (const source of sourceRows) {
    const to = votes.rowStart[source + 1]!;
    for (let from = votes.rowStart[source]!; from < to; from++) {
      codes[cell++] = newCodes[votes.codes[from]!]!;
    }
  }
  return {
    votes: {
      participants: Int32Array.from(sourceRows.keys()),
      statements: columns.map((column) => votes.statements[column]!),
      rowStart,
      codes,
    },
    isModeratedOut: Uint8Array.from(columns, (column) => isModeratedOut[column]!),
    sourceRows,
  };
}

/** The columns that the rows vote on, and the code each code becomes when there are no others. */
function renumberColumns({ statements, rowStart, codes }: PackedVotes, rows: Int32Array) {
  const isCodeUsed = new Uint8Array(codesPerColumn * statements.length);
  for (const row of rows) {
    const to = rowStart[row + 1]!;
    for (let cell = rowStart[row]!; cell < to; cell++) isCodeUsed[codes[cell]!] = 1;
  }
  const columns = Int32Array.from(statements.keys()).filter((column) => {
    const at = column * codesPerColumn;
    return isCodeUsed[at]! + isCodeUsed[at + 1]! + isCodeUsed[at + 2]! > 0;
  });
  const newCodes = new Int32Array(isCodeUsed.length);
  columns.forEach((column, index) => {
    for (let side = 0; side < codesPerColumn; side++) {
      newCodes[column * codesPerColumn + side] = index * codesPerColumn + side;
    }
  });
  return { columns, newCodes };
}
