import { createRandom, type Random } from "../random";
import { codesPerColumn, createCodes, type PackedVotes } from "../votes/packed-votes";

export interface SimulatedSize {
  participants: number;
  statements: number;
  /** Mean; from a fifth of it to nine fifths. */
  votesPerParticipant: number;
  /** Planted groups, each a little smaller than the one before. */
  groups: number;
  seed: number;
}

export interface SimulatedConversation {
  votes: PackedVotes;
  /** The group planted, of each row. */
  groupOfRow: Int32Array;
  /** A vote as a member of that group would cast it. */
  draw(group: number, column: number): -1 | 0 | 1;
  /** Group and columns for one more participant. */
  drawParticipant(): { group: number; columns: Int32Array };
}

/**
 * A made-up conversation: everybody votes on a random part of the statements, and on a third of
 * those the groups lean to different sides. The same seed gives the same votes on every machine.
 * About 30 ns a vote, so that a million participants take a second or two.
 */
export function simulateVotes(size: SimulatedSize): SimulatedConversation {
  const random = createRandom(size.seed);
  const opinions = drawOpinions(size, random);
  const draw = (group: number, column: number) => {
    const at = 2 * (group * size.statements + column);
    const chance = random();
    if (chance < opinions[at]!) return 1;
    return chance < opinions[at + 1]! ? -1 : 0;
  };
  const shares = Array.from({ length: size.groups }, (_, group) => 1 / (group + 3));
  const columns = new Int32Array(size.statements);
  const drawRow = () => ({
    group: drawIndex(shares, random),
    length: drawColumns(size, columns, random),
  });

  const groupOfRow = new Int32Array(size.participants);
  const rowStart = new Int32Array(size.participants + 1);
  const room = Math.floor(size.participants * (size.votesPerParticipant + 1) * 1.1);
  let codes = createCodes(size.statements, room + size.statements);
  let cell = 0;
  for (let row = 0; row < size.participants; row++) {
    const { group, length } = drawRow();
    if (cell + length > codes.length) codes = enlarge(codes, size.statements);
    for (let i = 0; i < length; i++) {
      codes[cell++] = columns[i]! * codesPerColumn + draw(group, columns[i]!) + 1;
    }
    groupOfRow[row] = group;
    rowStart[row + 1] = cell;
  }
  const participants = Int32Array.from({ length: size.participants }, (_, id) => id);
  return {
    votes: dropEmptyColumns({ participants, rowStart, codes: codes.subarray(0, cell) }, size),
    groupOfRow,
    draw,
    drawParticipant() {
      const { group, length } = drawRow();
      return { group, columns: columns.slice(0, length) };
    },
  };
}

/** Chance of agreement, and of agreement or disagreement, by group and statement. */
function drawOpinions({ groups, statements }: SimulatedSize, random: Random): Float64Array {
  const opinions = new Float64Array(2 * groups * statements);
  for (let column = 0; column < statements; column++) {
    const voiced = 0.75 + 0.2 * random();
    const common = 0.2 + 0.6 * random();
    const divides = random() < 1 / 3;
    for (let group = 0; group < groups; group++) {
      const agree = divides ? (random() < 0.5 ? 0.2 : 0.8) : common;
      const at = 2 * (group * statements + column);
      opinions[at] = voiced * agree;
      opinions[at + 1] = voiced;
    }
  }
  return opinions;
}

/** Ascending columns with even gaps on average, at least one. */
function drawColumns(
  { statements, votesPerParticipant }: SimulatedSize,
  columns: Int32Array,
  random: Random,
): number {
  const wanted = Math.min(Math.max(votesPerParticipant * (0.2 + 1.6 * random()), 1), statements);
  const spread = (2 * statements) / wanted - 1;
  let length = 0;
  let column = Math.floor(random() * Math.min(spread, statements));
  while (column < statements) {
    columns[length++] = column;
    column += 1 + Math.floor(random() * spread);
  }
  return length;
}

function drawIndex(shares: readonly number[], random: Random): number {
  let left = random() * shares.reduce((sum, share) => sum + share, 0);
  let index = 0;
  while (index < shares.length - 1 && left >= shares[index]!) left -= shares[index++]!;
  return index;
}

function enlarge(codes: PackedVotes["codes"], statements: number): PackedVotes["codes"] {
  const larger = createCodes(statements, 2 * codes.length + statements);
  larger.set(codes);
  return larger;
}

function dropEmptyColumns(
  rows: Omit<PackedVotes, "statements">,
  { statements: columnCount }: SimulatedSize,
): PackedVotes {
  const isVoted = new Uint8Array(columnCount);
  for (let cell = 0; cell < rows.codes.length; cell++) {
    isVoted[Math.floor(rows.codes[cell]! / codesPerColumn)] = 1;
  }
  const all = Int32Array.from({ length: columnCount }, (_, id) => id);
  const statements = all.filter((column) => isVoted[column]);
  if (statements.length === columnCount) return { ...rows, statements };
  const skipped = all.map((column) => all.subarray(0, column).filter((c) => !isVoted[c]).length);
  const codes = createCodes(statements.length, rows.codes.length);
  for (let cell = 0; cell < codes.length; cell++) {
    const code = rows.codes[cell]!;
    codes[cell] = code - skipped[Math.floor(code / codesPerColumn)]! * codesPerColumn;
  }
  return { ...rows, statements, codes };
}
