import { codesPerColumn, type PackedVotes } from "./packed-votes";
import { createRandom } from "./random";

/**
 * Agree or disagree, sparse, by participant: what is left of the votes when passes are taken as no
 * judgement. Only participants and statements that can tell something about groups are there.
 */
export interface Judgements {
  rowCount: number;
  columnCount: number;
  /** Length rowCount + 1. */
  rowStart: Int32Array;
  /** column * 2 + 1 for agree, column * 2 for disagree. */
  codes: Int32Array;
}

/**
 * Takes the agrees and disagrees on statements that are not moderated out and that at least
 * `fewestEach` agree and disagree with, of participants with at least two of them.
 * @param limits `participants`: that many rows at most, drawn with `seed` by their rank; `votes`:
 *   fewer rows are drawn when they would hold more judgements than that, on average
 */
export function selectJudgements(
  votes: PackedVotes,
  isModeratedOut: Uint8Array,
  limits: { participants: number; votes: number; fewestEach: number; seed: number },
): Judgements {
  const drawn = drawRows(votes, limits);
  const columns = numberColumns(votes, isModeratedOut, drawn, limits.fewestEach);
  const rowStart = new Int32Array(drawn.length + 1);
  const codes: number[] = [];
  let rowCount = 0;
  for (const row of drawn) {
    const before = codes.length;
    for (let cell = votes.rowStart[row]!; cell < votes.rowStart[row + 1]!; cell++) {
      const { column, value } = decode(votes.codes[cell]!);
      const kept = columns.index[column]!;
      if (value !== 0 && kept !== -1) codes.push(kept * 2 + (value === 1 ? 1 : 0));
    }
    if (codes.length - before < 2) codes.length = before;
    else rowStart[++rowCount] = codes.length;
  }
  return {
    rowCount,
    columnCount: columns.count,
    rowStart: rowStart.subarray(0, rowCount + 1),
    codes: Int32Array.from(codes),
  };
}

function decode(code: number): { column: number; value: number } {
  const column = Math.floor(code / codesPerColumn);
  return { column, value: code - column * codesPerColumn - 1 };
}

/** Ascending rows, a simple random sample when there are more than the limits allow. */
function drawRows(
  { participants, rowStart, codes }: PackedVotes,
  limits: { participants: number; votes: number; seed: number },
): number[] {
  const count = participants.length;
  const affordable = Math.floor((limits.votes * count) / Math.max(codes.length, 1));
  let wanted = Math.min(count, limits.participants, affordable);
  const random = createRandom(limits.seed);
  const rows: number[] = [];
  for (let row = 0; row < count; row++) {
    if (random() * (count - row) >= wanted) continue;
    wanted -= 1;
    if (rowStart[row + 1]! > rowStart[row]!) rows.push(row);
  }
  return rows;
}

function numberColumns(
  votes: PackedVotes,
  isModeratedOut: Uint8Array,
  rows: readonly number[],
  fewestEach: number,
): { index: Int32Array; count: number } {
  const agrees = new Int32Array(votes.statements.length);
  const disagrees = new Int32Array(votes.statements.length);
  for (const row of rows) {
    for (let cell = votes.rowStart[row]!; cell < votes.rowStart[row + 1]!; cell++) {
      const { column, value } = decode(votes.codes[cell]!);
      if (value === 1) agrees[column]! += 1;
      if (value === -1) disagrees[column]! += 1;
    }
  }
  let count = 0;
  const index = Int32Array.from(agrees, (agreeing, column) =>
    !isModeratedOut[column] && Math.min(agreeing, disagrees[column]!) >= fewestEach ? count++ : -1,
  );
  return { index, count };
}
