import { createVoteCollector, packCollected } from "../math/votes/collect-votes";
import type { PackedVotes } from "../math/votes/packed-votes";
import type { VoteMatrix } from "../math/votes/vote-matrix";

/** Reads a canonical vote list as its bytes come. */
export interface VoteListReader {
  /** @throws VoteListError at the first line that is not as it must be */
  push(bytes: Uint8Array): void;
  /** @throws VoteListError when the last line is not ended */
  finish(): PackedVotes;
}

export class VoteListError extends Error {
  override readonly name = "VoteListError";

  /** @param line counted from 1 */
  constructor(readonly line: number) {
    super(`Line ${line} of the vote list is not in its canonical form.`);
  }
}

const COMMA = 44;
const LINE_FEED = 10;
const MINUS = 45;
const ZERO = 48;
const LARGEST_ID = 2_147_483_647;

/**
 * A reader of canonical vote lists: a line `participant,statement,value` for each vote that stands,
 * ended by a line feed; whole numbers without leading zeros, agree 1, pass 0, disagree -1; by
 * participant, then statement, ascending. Any other bytes are refused, so that a list has one form.
 */
export function createVoteListReader(): VoteListReader {
  const votes = createVoteCollector();
  const line = { number: 1, field: 0, participant: 0, statement: 0 };
  let before = { participant: -1, statement: -1 };
  let value = 0;
  let digits = 0;
  let isNegative = false;

  const refuse = () => new VoteListError(line.number);

  function addDigit(digit: number): void {
    if (digits > 0 && value === 0) throw refuse();
    value = value * 10 + digit;
    digits++;
    if (value > LARGEST_ID) throw refuse();
  }

  function endField(): number {
    if (digits === 0 || (isNegative && value === 0)) throw refuse();
    const read = isNegative ? 0 - value : value;
    value = 0;
    digits = 0;
    isNegative = false;
    return read;
  }

  function endLine(): void {
    const vote = endField();
    const { participant, statement } = line;
    const isAfter =
      participant > before.participant ||
      (participant === before.participant && statement > before.statement);
    if (line.field !== 2 || vote > 1 || !isAfter) throw refuse();
    votes.add(participant, statement, vote);
    before = { participant, statement };
    line.number++;
    line.field = 0;
  }

  function take(byte: number): void {
    if (byte >= ZERO && byte <= ZERO + 9) addDigit(byte - ZERO);
    else if (byte === LINE_FEED) endLine();
    else if (byte === COMMA && line.field < 2) {
      if (line.field === 0) line.participant = endField();
      else line.statement = endField();
      line.field++;
    } else if (byte === MINUS && line.field === 2 && digits === 0 && !isNegative) isNegative = true;
    else throw refuse();
    if (isNegative && value > 1) throw refuse();
  }

  return {
    push(bytes) {
      for (let at = 0; at < bytes.length; at++) take(bytes[at]!);
    },
    finish() {
      if (line.field > 0 || digits > 0 || isNegative) throw refuse();
      return packCollected(votes.finish());
    },
  };
}

/** The canonical vote list of a matrix, some thousand lines at a time. */
export function* writeVoteList(matrix: VoteMatrix): Generator<string> {
  const { participants, statements, rowStart, columns, values } = matrix;
  let lines = "";
  for (let row = 0; row < participants.length; row++) {
    for (let cell = rowStart[row]!; cell < rowStart[row + 1]!; cell++) {
      lines += `${participants[row]},${statements[columns[cell]!]},${values[cell]}\n`;
    }
    if (lines.length < 65_536) continue;
    yield lines;
    lines = "";
  }
  yield lines;
}
