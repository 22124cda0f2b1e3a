import { type Codes, codesPerColumn } from "./packed-votes";
import { type PairStatistics, pairIndex, sumsPerPair } from "./pair-statistics";

/**
 * Votes that came or went, each with its row, gathered to be counted into the pairs together.
 *
 * The pairs of a vote lie all over the sums: with 1,000 columns those are 8 MB, and to count a vote at
 * once takes 2 us. So a change is noted with a copy of its row, and all are counted a band of later
 * columns at a time, in counters that stay in the cache and hold two sums each: 0.7 us a vote; with
 * 300 columns, whose sums fit into the cache, 0.3 us either way. To be functions on data and no
 * methods spares compiling them anew for each batch.
 */
export interface PairChanges {
  /** Out of date while changes are noted. */
  pairs: PairStatistics;
  count: number;
  /** The cells of the i-th are `start[i]` to `start[i + 1]` of `cells`. */
  start: Int32Array;
  /** Cell of the vote that comes or goes. */
  at: Int32Array;
  /** 1 or -1. */
  sign: Int8Array;
  /** First cell of the bands to come, none before `at`. */
  cursor: Int32Array;
  /** Column, and vote + 1 in the lower `valueBits`: ascends as codes do. */
  cells: Uint16Array;
}

/** @param votes that come or go, about; with more, some are counted before `applyChanges` */
export function createPairChanges(pairs: PairStatistics, votes: number): PairChanges {
  const most = Math.min(Math.max(2 * votes, 1), mostChanges);
  const { columnCount } = pairs;
  return {
    pairs,
    count: 0,
    start: new Int32Array(most + 1),
    at: new Int32Array(most),
    sign: new Int8Array(most),
    cursor: new Int32Array(most),
    cells: new Uint16Array(Math.max(columnCount, Math.min(most * columnCount, mostCells))),
  };
}

/**
 * Takes note of a vote with every other vote of its row.
 * @param codes hold the row at `from` (inclusive) to `to` (exclusive), and may change afterwards
 * @param position of the vote among them
 * @param sign 1 to count in, -1 to count out
 */
export function notePairs(
  changes: PairChanges,
  codes: Codes,
  from: number,
  to: number,
  position: number,
  sign: 1 | -1,
): void {
  const { start, at, cells } = changes;
  if (changes.count === at.length || start[changes.count]! + to - from > cells.length) {
    applyChanges(changes);
  }
  const i = changes.count;
  let cell = start[i]!;
  at[i] = cell + position - from;
  changes.cursor[i] = cell + position - from;
  changes.sign[i] = sign;
  for (let next = from; next < to; next++, cell++) {
    const code = codes[next]!;
    const column = (code / codesPerColumn) | 0;
    cells[cell] = (column << valueBits) + code - column * codesPerColumn;
  }
  start[i + 1] = cell;
  changes.count++;
}

/** Counts all that was noted. */
export function applyChanges(changes: PairChanges): void {
  const { pairs } = changes;
  if (changes.count === 0) return;
  const counters = new Int32Array(countersPerPair * (bandPairs + pairs.columnCount));
  let firstPair = 0;
  for (const endColumn of listBands(pairs.columnCount)) {
    countBand(changes, counters, firstPair, endColumn << valueBits);
    const endPair = pairIndex(0, endColumn) / sumsPerPair;
    emptyCounters(counters, pairs, firstPair, endPair);
    firstPair = endPair;
  }
  changes.count = 0;
}

const valueBits = 2;
/** Changes, and cells of their rows, that are noted at most before they are counted. */
const mostChanges = 32_767; // each adds 1 at most to a sum of 16 bits
const mostCells = 1_048_576;
/** Pairs of a band of columns, unless a single column has more: 256 KiB of counters. */
const bandPairs = 32_768;
/** Each holds two sums, the second in its upper 16 bits. */
const countersPerPair = 2;

/** The column after the last of each band. */
function listBands(columnCount: number): number[] {
  const ends: number[] = [];
  let first = 0;
  for (let column = 1; column <= columnCount; column++) {
    const next = pairIndex(0, Math.min(column + 1, columnCount));
    if (column < columnCount && next - pairIndex(0, first) <= sumsPerPair * bandPairs) continue;
    ends.push(column);
    first = column;
  }
  return ends;
}

/** Counts the pairs whose later cell is below `limit` and was not counted in a band before. */
function countBand(
  { count, start, at, sign: signs, cursor, cells }: PairChanges,
  counters: Int32Array,
  firstPair: number,
  limit: number,
): void {
  for (let i = 0; i < count; i++) {
    const end = start[i + 1]!;
    let cell = cursor[i]!;
    if (cell === end || cells[cell]! >= limit) continue;
    const own = at[i]!;
    const column = cells[own]! >> valueBits;
    const sign = signs[i]!;
    const value = (sign * ((cells[own]! & 3) - 1)) | 0; // -1 * 0 would be no small integer
    if (cell === own) {
      const ofColumn = ((column * (column + 1)) >> 1) - firstPair;
      for (let other = start[i]!; other <= own; other++) {
        const counter = (ofColumn + (cells[other]! >> valueBits)) << 1;
        const term = 1 + (((cells[other]! & 3) - 1) << 16);
        counters[counter]! += (sign * term) | 0;
        counters[counter + 1]! += (value * term) | 0;
      }
      cell++;
    }
    const term = sign + (value << 16);
    for (; cell < end && cells[cell]! < limit; cell++) {
      const later = cells[cell]! >> valueBits;
      const counter = (((later * (later + 1)) >> 1) - firstPair + column) << 1;
      counters[counter]! += term;
      counters[counter + 1]! += (term * ((cells[cell]! & 3) - 1)) | 0;
    }
    cursor[i] = cell;
  }
}

/** Adds the counters of a band to the sums, and sets them to zero. */
function emptyCounters(
  counters: Int32Array,
  { sums }: PairStatistics,
  firstPair: number,
  endPair: number,
): void {
  for (let pair = firstPair, counter = 0; pair < endPair; pair++, counter += countersPerPair) {
    const first = counters[counter]!;
    const second = counters[counter + 1]!;
    if ((first | second) === 0) continue;
    counters[counter] = 0;
    counters[counter + 1] = 0;
    const lowerOfFirst = (first << 16) >> 16;
    const lowerOfSecond = (second << 16) >> 16;
    const sum = sumsPerPair * pair;
    sums[sum]! += lowerOfFirst;
    sums[sum + 1]! += (first - lowerOfFirst) >> 16;
    sums[sum + 2]! += lowerOfSecond;
    sums[sum + 3]! += (second - lowerOfSecond) >> 16;
  }
}
