import { type ChangedRows, changeRows } from "./change-rows";
import { type Codes, createCodes, type PackedVotes } from "./packed-votes";
import type { PairStatistics } from "./pair-statistics";
import type { VoteLog } from "./vote-log";

/** A buffer that has to be larger is so by one part in so many more than it must be. */
const sparePart = 16;

/**
 * Applies changes to votes: rows that changed are written anew, the others moved in runs, at the
 * speed of memory.
 * @param votes have a column for every statement that the log sets a vote on
 * @param pairs of the votes, brought up to date; or null
 * @param mayOverwrite whether the codes may be changed in place if their buffer has room
 * @returns columns that lost their last vote are still there
 */
export function mergeChanges(
  votes: PackedVotes,
  log: VoteLog,
  { pairs, mayOverwrite }: { pairs: PairStatistics | null; mayOverwrite: boolean },
): PackedVotes {
  const changed = changeRows(votes, log, pairs);
  const shifts = listShifts(votes, changed);
  const length = votes.codes.length + shifts.at(-1)!;
  const whole = mayOverwrite ? wholeBuffer(votes.codes) : null;
  const codes =
    whole && whole.length >= length
      ? whole
      : createCodes(votes.statements.length, length + Math.floor(length / sparePart));
  moveRuns(votes, changed, shifts, codes);
  writeRows(votes.rowStart, changed, shifts, codes);
  const { participants, rowStart } = arrangeRows(votes, changed, shifts);
  // In the order of others, and without a spread: objects of one shape are faster for who reads them.
  const { statements } = votes;
  return { participants, statements, rowStart, codes: codes.subarray(0, length) };
}

function wholeBuffer(codes: Codes): Codes {
  return codes instanceof Uint16Array
    ? new Uint16Array(codes.buffer)
    : new Uint32Array(codes.buffer);
}

/** By how many cells the rows before each changed row move, and those after the last. */
function listShifts({ rowStart }: PackedVotes, changed: ChangedRows): Int32Array {
  const shifts = new Int32Array(changed.count + 1);
  for (let i = 0; i < changed.count; i++) {
    const before = rowStart[changed.ends[i]!]! - rowStart[changed.rows[i]!]!;
    shifts[i + 1] = shifts[i]! + changed.start[i + 1]! - changed.start[i]! - before;
  }
  return shifts;
}

/**
 * Moves what lies between changed rows. When it moves within one buffer nothing may be overwritten
 * that is still to be moved: so first what goes up, from the end, then what goes down, from the
 * beginning.
 */
function moveRuns(
  { rowStart, codes: from }: PackedVotes,
  { rows, ends, count }: ChangedRows,
  shifts: Int32Array,
  into: Codes,
): void {
  const isInPlace = into.buffer === from.buffer;
  const moveRun = (i: number) => {
    const start = rowStart[i === 0 ? 0 : ends[i - 1]!]!;
    const end = i === count ? from.length : rowStart[rows[i]!]!;
    if (start >= end) return;
    if (isInPlace) into.copyWithin(start + shifts[i]!, start, end);
    else into.set(from.subarray(start, end), start + shifts[i]!);
  };
  for (let i = count; i >= 0; i--) if (shifts[i]! > 0) moveRun(i);
  for (let i = 0; i <= count; i++) {
    if (shifts[i]! < 0 || (shifts[i] === 0 && !isInPlace)) moveRun(i);
  }
}

/** Writes the rows that changed where they are now. */
function writeRows(
  rowStart: Int32Array,
  { rows, start, codes: from, count }: ChangedRows,
  shifts: Int32Array,
  into: Codes,
): void {
  for (let i = 0; i < count; i++) {
    const end = start[i + 1]!;
    let cell = rowStart[rows[i]!]! + shifts[i]!;
    for (let at = start[i]!; at < end; at++, cell++) into[cell] = from[at]!;
  }
}

function arrangeRows(
  votes: PackedVotes,
  { rows, ends, start, participants: ids, count }: ChangedRows,
  shifts: Int32Array,
): Pick<PackedVotes, "participants" | "rowStart"> {
  const participants = new Int32Array(votes.participants.length + count);
  const rowStart = new Int32Array(votes.participants.length + count + 1);
  let rowCount = 0;
  for (let i = 0; i <= count; i++) {
    const from = i === 0 ? 0 : ends[i - 1]!;
    const to = i === count ? votes.participants.length : rows[i]!;
    for (let row = from; row < to; row++) {
      participants[rowCount] = votes.participants[row]!;
      rowStart[++rowCount] = votes.rowStart[row + 1]! + shifts[i]!;
    }
    if (i === count || start[i] === start[i + 1]) continue;
    participants[rowCount] = ids[i]!;
    rowStart[++rowCount] = votes.rowStart[ends[i]!]! + shifts[i + 1]!;
  }
  return {
    participants: participants.subarray(0, rowCount),
    rowStart: rowStart.subarray(0, rowCount + 1),
  };
}
