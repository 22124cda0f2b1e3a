import { createIdIndex, sortIds } from "./id-index";
import { type Codes, codesPerColumn, createCodes, type PackedVotes } from "./packed-votes";

/** Takes votes in, one call a vote, and packs them when all are there. */
export interface VoteCollector {
  /** Votes taken in. */
  readonly count: number;
  /**
   * Each cell once, in any order.
   * @param value agree +1, pass 0, disagree -1
   * @throws RangeError on another value, or an id that is not an integer from 0 to 2^31 - 1
   */
  add(participant: number, statement: number, value: number): void;
  /** What was taken in, for `packCollected`; the collector can be used no more. */
  finish(): CollectedVotes;
}

/** Votes as they came, which takes no time, so that they can be put in order elsewhere. */
export interface CollectedVotes {
  /** Participants and statements by first appearance: rows and columns are numbered so. */
  participants: Int32Array<ArrayBuffer>;
  statements: Int32Array<ArrayBuffer>;
  chunks: VoteChunk[];
}

interface VoteChunk {
  /** Votes in it; the arrays may be longer. */
  length: number;
  rows: Int32Array<ArrayBuffer>;
  /** column * 3 + value + 1 */
  codes: Codes;
}

const chunkLength = 65_536;

/**
 * An empty collector: 6 bytes a vote up to 21,845 statements and 8 above, and while it packs those
 * of the result as well. Nothing is copied as it grows.
 */
export function createVoteCollector(): VoteCollector {
  const rowOf = createIdIndex();
  const columnOf = createIdIndex();
  const chunks: VoteChunk[] = [];
  let chunk = createChunk(0);
  let count = 0;

  return {
    get count() {
      return count;
    },
    add(participant, statement, value) {
      if (value !== 1 && value !== 0 && value !== -1) throw new RangeError(`The vote ${value}.`);
      const code = columnOf.add(statement) * codesPerColumn + value + 1;
      if (chunk.length === chunk.rows.length || code > largestCode(chunk.codes)) {
        chunk = createChunk(chunkLength, columnOf.size);
        chunks.push(chunk);
      }
      chunk.rows[chunk.length] = rowOf.add(participant);
      chunk.codes[chunk.length] = code;
      chunk.length++;
      count++;
    },
    finish: () => ({ participants: rowOf.list(), statements: columnOf.list(), chunks }),
  };
}

/**
 * Puts votes in order; the chunks are taken over and let go one by one.
 * @returns the same arrays for every order of the same votes
 * @throws RangeError when a cell is there twice
 */
export function packCollected({ chunks, ...ids }: CollectedVotes): PackedVotes {
  const rows = sortIds(ids.participants);
  const columns = sortIds(ids.statements);
  const rowStart = countRows(chunks, rows.placeOf);
  const codes = createCodes(columns.sorted.length, rowStart.at(-1)!);
  placeVotes(chunks, { rowOf: rows.placeOf, columnOf: columns.placeOf, rowStart }, codes);
  sortRows(rowStart, codes);
  checkCells(rows.sorted, columns.sorted, rowStart, codes);
  return { participants: rows.sorted, statements: columns.sorted, rowStart, codes };
}

function createChunk(length: number, columnCount = 0): VoteChunk {
  return { length: 0, rows: new Int32Array(length), codes: createCodes(columnCount, length) };
}

function largestCode(codes: Codes): number {
  return codes.BYTES_PER_ELEMENT === 2 ? 65_535 : 4_294_967_295;
}

function countRows(chunks: readonly VoteChunk[], rowOf: Int32Array): Int32Array {
  const rowStart = new Int32Array(rowOf.length + 1);
  for (const { length, rows } of chunks) {
    for (let i = 0; i < length; i++) rowStart[rowOf[rows[i]!]! + 1]! += 1;
  }
  for (let row = 0; row < rowOf.length; row++) rowStart[row + 1]! += rowStart[row]!;
  return rowStart;
}

/** Writes each vote into its row, in the order they came; the chunks are empty then. */
function placeVotes(
  chunks: VoteChunk[],
  to: { rowOf: Int32Array; columnOf: Int32Array; rowStart: Int32Array },
  codes: Codes,
): void {
  const next = to.rowStart.slice(0, -1);
  for (let chunk = chunks.shift(); chunk; chunk = chunks.shift()) {
    for (let i = 0; i < chunk.length; i++) {
      const row = to.rowOf[chunk.rows[i]!]!;
      const column = Math.floor(chunk.codes[i]! / codesPerColumn);
      const value = chunk.codes[i]! - column * codesPerColumn;
      codes[next[row]!++] = to.columnOf[column]! * codesPerColumn + value;
    }
  }
}

/** Rows this long and shorter are sorted by insertion, which is faster there. */
const shortRow = 64;

function sortRows(rowStart: Int32Array, codes: Codes): void {
  for (let row = 0; row + 1 < rowStart.length; row++) {
    const start = rowStart[row]!;
    const end = rowStart[row + 1]!;
    if (end - start > shortRow) {
      codes.subarray(start, end).sort();
      continue;
    }
    for (let i = start + 1; i < end; i++) {
      const code = codes[i]!;
      let at = i;
      for (; at > start && codes[at - 1]! > code; at--) codes[at] = codes[at - 1]!;
      codes[at] = code;
    }
  }
}

function checkCells(
  participants: Int32Array,
  statements: Int32Array,
  rowStart: Int32Array,
  codes: Codes,
): void {
  for (let row = 0; row < participants.length; row++) {
    let before = -1;
    for (let cell = rowStart[row]!; cell < rowStart[row + 1]!; cell++) {
      const column = Math.floor(codes[cell]! / codesPerColumn);
      if (column === before) {
        throw new RangeError(
          `Participant ${participants[row]}, statement ${statements[column]}: two votes`,
        );
      }
      before = column;
    }
  }
}
