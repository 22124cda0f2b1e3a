import { createRandom } from "../random";
import { codesPerColumn, type PackedVotes } from "../votes/packed-votes";

/**
 * Agree or disagree, sparse, by participant: what is left of votes when a pass is no judgement.
 * Only participants and statements that can tell something about groups are there.
 */
export interface Judgements {
  rowCount: number;
  columnCount: number;
  /** Length rowCount + 1: row r is `rowStart[r]` (inclusive) to `rowStart[r + 1]` (exclusive). */
  rowStart: Int32Array;
  /** column * 2 + 1 for agree, column * 2 for disagree. */
  codes: Int32Array;
}

/** Which judgements are taken. */
export interface JudgementLimits {
  /** Participants whose votes are read at all, drawn by their rank. */
  read: number;
  /** Participants drawn of those: not fewer than the first (or everybody), not more than the second. */
  participants: readonly [atLeast: number, atMost: number];
  /** Between these, so many that together they gave about this many judgements. */
  judgements: number;
  /** Statements are taken, those with most judgements first, until participants have this many. */
  perParticipant: number;
  /** Agrees and disagrees a statement has at least. */
  fewestEach: number;
  /** Judgements of a participant at least, or half the statements where these are few. */
  fewestOfParticipant: number;
  seed: number;
}

/**
 * Takes the agrees and disagrees on statements that are not moderated out.
 * How many judgements somebody gave says nothing of what they are, so choosing by it is fair.
 * @returns no rows when nothing is left; deterministic for `limits.seed`
 */
export function selectJudgements(
  votes: PackedVotes,
  isModeratedOut: Uint8Array,
  limits: JudgementLimits,
): Judgements {
  const everyRow = drawSome([...votes.participants.keys()], limits.read, limits.seed);
  const every = { ...limits, perParticipant: votes.statements.length };
  const all = numberColumns(votes, isModeratedOut, everyRow, every);
  const fewest = Math.min(limits.fewestOfParticipant, Math.floor((all.count + 1) / 2));
  const active = everyRow.filter((row) => countJudgements(votes, row, all.index) >= fewest);
  const taken = numberColumns(votes, isModeratedOut, active, limits);
  const drawn = drawSome(active, countWanted(votes, active, taken.index, limits), limits.seed);
  const isLeftOut = Uint8Array.from(taken.index, (number) => (number === -1 ? 1 : 0));
  const columns = numberColumns(votes, isLeftOut, drawn, every);
  const rowStart = new Int32Array(drawn.length + 1);
  const codes: number[] = [];
  for (const [row, drawnRow] of drawn.entries()) {
    for (let cell = votes.rowStart[drawnRow]!; cell < votes.rowStart[drawnRow + 1]!; cell++) {
      const column = Math.floor(votes.codes[cell]! / codesPerColumn);
      const value = votes.codes[cell]! - column * codesPerColumn - 1;
      const kept = columns.index[column]!;
      if (value !== 0 && kept !== -1) codes.push(kept * 2 + (value === 1 ? 1 : 0));
    }
    rowStart[row + 1] = codes.length;
  }
  return {
    rowCount: drawn.length,
    columnCount: columns.count,
    rowStart,
    codes: Int32Array.from(codes),
  };
}

/** How many participants give as many judgements as are wanted. */
function countWanted(
  votes: PackedVotes,
  rows: readonly number[],
  index: Int32Array,
  { participants: [atLeast, atMost], judgements }: JudgementLimits,
): number {
  let found = 0;
  for (const row of rows) found += countJudgements(votes, row, index);
  const wanted = found > 0 ? Math.floor((judgements * rows.length) / found) : atMost;
  return Math.min(atMost, Math.max(atLeast, wanted));
}

/** A simple random sample in the order of `items` (Knuth, Seminumerical Algorithms, algorithm S). */
function drawSome(items: readonly number[], atMost: number, seed: number): readonly number[] {
  if (items.length <= atMost) return items;
  const random = createRandom(seed);
  let wanted = atMost;
  return items.filter((_, index) => {
    const isDrawn = random() * (items.length - index) < wanted;
    if (isDrawn) wanted -= 1;
    return isDrawn;
  });
}

function countJudgements({ rowStart, codes }: PackedVotes, row: number, index: Int32Array): number {
  let count = 0;
  for (let cell = rowStart[row]!; cell < rowStart[row + 1]!; cell++) {
    const column = Math.floor(codes[cell]! / codesPerColumn);
    const isPass = codes[cell] === column * codesPerColumn + 1;
    if (!isPass && index[column] !== -1) count += 1;
  }
  return count;
}

/** New number of each column that is kept, -1 for the others. */
function numberColumns(
  votes: PackedVotes,
  isLeftOut: Uint8Array,
  rows: readonly number[],
  limits: JudgementLimits,
): { index: Int32Array; count: number } {
  const byCode = new Int32Array(votes.statements.length * codesPerColumn);
  for (const row of rows) {
    for (let cell = votes.rowStart[row]!; cell < votes.rowStart[row + 1]!; cell++) {
      byCode[votes.codes[cell]!]! += 1;
    }
  }
  const agrees = (column: number) => byCode[column * codesPerColumn + 2]!;
  const disagrees = (column: number) => byCode[column * codesPerColumn]!;
  const judgements = (column: number) => agrees(column) + disagrees(column);
  const candidates = [...votes.statements.keys()]
    .filter((column) => !isLeftOut[column])
    .filter((column) => Math.min(agrees(column), disagrees(column)) >= limits.fewestEach)
    .sort((a, b) => judgements(b) - judgements(a) || a - b);
  let missing = limits.perParticipant * rows.length;
  const kept = candidates.filter((column) => {
    const isTaken = missing > 0;
    missing -= judgements(column);
    return isTaken;
  });
  const index = new Int32Array(votes.statements.length).fill(-1);
  for (const [number, column] of kept.sort((a, b) => a - b).entries()) index[column] = number;
  return { index, count: kept.length };
}
