import type { Random } from "../random";
import { codesPerColumn, createCodes, type PackedVotes } from "../votes/packed-votes";

/** The votes of participants drawn with replacement. */
export interface Resample {
  /** One row for each participant drawn, with participants numbered anew. */
  votes: PackedVotes;
  /** How often each was drawn, at least once. */
  weights: Float64Array;
  /** Which row each row is, ascending. */
  sourceRows: Int32Array;
  isModeratedOut: Uint8Array;
}

/**
 * Draws rows with replacement. Columns without a vote of those drawn are left out.
 * @param count draws
 * @returns nothing drawn when there are no rows
 * @see Efron 1979; fewer draws than rows: Bickel, Goetze and van Zwet 1997, m out of n
 */
export function drawResample(
  { votes, isModeratedOut }: { votes: PackedVotes; isModeratedOut: Uint8Array },
  count: number,
  random: Random,
): Resample {
  const { sourceRows, weights } = drawRows(votes.participants.length, count, random);
  const { columns, newCodes } = renumberColumns(votes, sourceRows);
  const rowStart = new Int32Array(sourceRows.length + 1);
  sourceRows.forEach((source, row) => {
    rowStart[row + 1] = rowStart[row]! + votes.rowStart[source + 1]! - votes.rowStart[source]!;
  });
  const codes = createCodes(columns.length, rowStart[sourceRows.length]!);
  let cell = 0;
  for (const source of sourceRows) {
    const to = votes.rowStart[source + 1]!;
    for (let from = votes.rowStart[source]!; from < to; from++) {
      codes[cell++] = newCodes[votes.codes[from]!]!;
    }
  }
  const participants = Int32Array.from(sourceRows.keys());
  const statements = columns.map((column) => votes.statements[column]!);
  return {
    votes: { participants, statements, rowStart, codes },
    weights,
    sourceRows,
    isModeratedOut: Uint8Array.from(columns, (column) => isModeratedOut[column]!),
  };
}

function drawRows(rowCount: number, count: number, random: Random) {
  const draws = new Int32Array(rowCount === 0 ? 0 : count);
  for (let i = 0; i < draws.length; i++) draws[i] = Math.floor(random() * rowCount);
  draws.sort();
  const sourceRows = draws.filter((row, i) => row !== draws[i - 1]);
  const weights = new Float64Array(sourceRows.length);
  let at = -1;
  draws.forEach((row, i) => {
    if (row !== draws[i - 1]) at += 1;
    weights[at]! += 1;
  });
  return { sourceRows, weights };
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
