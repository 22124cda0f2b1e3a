import { type Codes, codesPerColumn } from "./packed-votes";
import { type PairStatistics, pairIndex, sumsPerPair } from "./pair-statistics";

/** Votes that come and go, gathered to be counted into the pairs together. */
export interface PairChanges {
  /**
   * Takes note of a vote with every other vote of its row.
   * @param codes hold the row at `from` (inclusive) to `to` (exclusive), and may change afterwards
   * @param at position of the vote among them
   * @param sign 1 to count in, -1 to count out
   */
  note(codes: Codes, from: number, to: number, at: number, sign: 1 | -1): void;
  /** Counts all that was noted; until then the pairs are out of date. */
  apply(): void;
}

/**
 * Gathers changes of the given pairs, which `apply` brings up to date.
 *
 * The pairs of a vote lie all over the sums: with 1,000 columns those are 8 MB, and to count a vote at
 * once takes 2 us. So a change is noted with a copy of its row, and all are counted a band of later
 * columns at a time, in counters that stay in the cache and hold two sums each: 0.7 us a vote; with
 * 300 columns, whose sums fit into the cache, 0.3 us either way.
 */
export function createPairChanges(pairs: PairStatistics): PairChanges {
  const changes = createChanges(1024, 65_536);
  const bands = listBands(pairs.columnCount);
  const counters = new Int32Array(countersPerPair * (bandPairs + pairs.columnCount));
  const apply = () => {
    let firstPair = 0;
    for (const endColumn of bands) {
      countBand(changes, counters, firstPair, endColumn << valueBits);
      const endPair = pairIndex(0, endColumn) / sumsPerPair;
      emptyCounters(counters, pairs, firstPair, endPair);
      firstPair = endPair;
    }
    changes.count = 0;
  };
  return {
    note(codes, from, to, at, sign) {
      const { count, start } = changes;
      const isFull = count === mostChanges || start[count]! + to - from > mostCells;
      if (isFull && count > 0) apply();
      noteChange(changes, codes, from, to, at, sign);
    },
    apply,
  };
}

/** Changes and cells of their rows that are noted before they are counted. */
const mostChanges = 32_767; // each adds 1 at most to a sum of 16 bits
const mostCells = 1_048_576;
/** Pairs of a band of columns, unless a single column has more: 256 KiB of counters. */
const bandPairs = 32_768;
/** Each holds two sums, the second in its upper 16 bits. */
const countersPerPair = 2;

/** In the order in which they were noted. */
interface Changes {
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

const valueBits = 2;

function createChanges(changes: number, cells: number): Changes {
  return {
    count: 0,
    start: new Int32Array(changes + 1),
    at: new Int32Array(changes),
    sign: new Int8Array(changes),
    cursor: new Int32Array(changes),
    cells: new Uint16Array(cells),
  };
}

function noteChange(
  changes: Changes,
  codes: Codes,
  from: number,
  to: number,
  at: number,
  sign: 1 | -1,
): void {
  const i = changes.count;
  const start = changes.start[i]!;
  const end = start + to - from;
  makeRoom(changes, end);
  const { cells } = changes;
  for (let cell = start, next = from; cell < end; cell++, next++) {
    const code = codes[next]!;
    const column = (code / codesPerColumn) | 0;
    cells[cell] = (column << valueBits) + code - column * codesPerColumn;
  }
  changes.at[i] = start + at - from;
  changes.cursor[i] = start + at - from;
  changes.sign[i] = sign;
  changes.start[i + 1] = end;
  changes.count++;
}

/** For one more change, whose cells end there. */
function makeRoom(changes: Changes, end: number): void {
  const { count, start, at, sign, cursor, cells } = changes;
  if (count === at.length) {
    const longer = createChanges(2 * count, 0);
    longer.start.set(start);
    longer.at.set(at);
    longer.sign.set(sign);
    longer.cursor.set(cursor);
    Object.assign(changes, longer, { count, cells });
  }
  if (end > cells.length) {
    changes.cells = new Uint16Array(2 * end);
    changes.cells.set(cells);
  }
}

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
  { count, start, at, sign: signs, cursor, cells }: Changes,
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
