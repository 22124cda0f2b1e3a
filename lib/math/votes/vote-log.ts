/** Votes set and taken away, in the order in which that happened. */
export interface VoteLog {
  readonly length: number;
  /** No more fit in. */
  readonly isFull: boolean;
  /** Whether any takes a vote away. */
  readonly takesAway: boolean;
  /** @param value null takes the vote away */
  add(participant: number, statement: number, value: number | null): void;
  participant(index: number): number;
  statement(index: number): number;
  value(index: number): number | null;
  /** Every index, participants ascending, those of one in the order in which they came. */
  sort(): Int32Array;
  /** Every statement with a vote that was set. */
  listStatements(): Set<number>;
  clear(): void;
}

const largestLength = 1_048_576;
const takenAway = 2;

/** An empty log, which takes a million votes. */
export function createVoteLog(): VoteLog {
  let participants = new Int32Array(1024);
  let statements = new Int32Array(1024);
  let values = new Int8Array(1024);
  let length = 0;
  let takesAway = false;

  const grow = () => {
    const size = 2 * values.length;
    participants = extend(participants, new Int32Array(size));
    statements = extend(statements, new Int32Array(size));
    values = extend(values, new Int8Array(size));
  };

  return {
    get length() {
      return length;
    },
    get isFull() {
      return length === largestLength;
    },
    get takesAway() {
      return takesAway;
    },
    add(participant, statement, value) {
      if (length === values.length) grow();
      participants[length] = participant;
      statements[length] = statement;
      values[length] = value ?? takenAway;
      takesAway ||= value === null;
      length++;
    },
    participant: (index) => participants[index]!,
    statement: (index) => statements[index]!,
    value: (index) => (values[index] === takenAway ? null : values[index]!),
    sort: () => sortByKey(participants, length),
    listStatements() {
      const voted = new Set<number>();
      for (let i = 0; i < length; i++) if (values[i] !== takenAway) voted.add(statements[i]!);
      return voted;
    },
    clear() {
      length = 0;
      takesAway = false;
    },
  };
}

function extend<Values extends Int32Array | Int8Array>(values: Values, longer: Values): Values {
  longer.set(values);
  return longer;
}

const digitBits = 11;
const digits = 1 << digitBits;
const keyBits = 31;

/**
 * Stable counting sorts by 11 bits at a time, the lowest first: 10,000 votes take 0.2 ms, and 1.3 as
 * a sort of doubles that hold participant and index.
 * @param keys from 0 to 2^31 - 1
 * @returns the first `length` indices by ascending key
 */
function sortByKey(keys: Int32Array, length: number): Int32Array {
  let order = new Int32Array(length);
  for (let i = 0; i < length; i++) order[i] = i;
  let sorted = new Int32Array(length);
  let largest = 0;
  for (let i = 0; i < length; i++) largest = Math.max(largest, keys[i]!);
  for (let shift = 0; shift < keyBits && largest >> shift > 0; shift += digitBits) {
    const next = new Int32Array(digits + 1);
    for (let i = 0; i < length; i++) next[((keys[i]! >> shift) & (digits - 1)) + 1]! += 1;
    for (let digit = 0; digit < digits; digit++) next[digit + 1]! += next[digit]!;
    for (let i = 0; i < length; i++) {
      const index = order[i]!;
      const digit = (keys[index]! >> shift) & (digits - 1);
      sorted[next[digit]!] = index;
      next[digit]! += 1;
    }
    [order, sorted] = [sorted, order];
  }
  return order;
}
