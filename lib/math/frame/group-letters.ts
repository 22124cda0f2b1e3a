import { findRows } from "../votes/find-rows";
import { assignOptimally } from "./optimal-assignment";
import type { PreviousAnalysis } from "./previous-analysis";

/** A letter and where those who had it are now: how many in each present group. */
interface LetterTrace {
  letter: string;
  shared: number[];
  /** The present group that holds more than half of them, or -1. */
  home: number;
}

interface PresentGroups {
  /** Ascending. */
  participants: Int32Array;
  /** Row of each in the previous analysis, -1 for newcomers; unused without one. */
  rowsBefore: Int32Array;
  /** Index of each one's group, -1 for nobody's. */
  groupOfRow: Int32Array;
}

/**
 * Letters for groups, so that a group keeps its letter from one analysis to the next.
 *
 * Groups take the letters of the groups they share most members with (optimal assignment). A group
 * that then has none takes back a letter that is out of use when most of its last members are here,
 * or else the first letter that nobody uses and whose last members are not mostly together.
 * @param groupCount groups in the order of their ids
 * @returns a letter a group: A to Z, then AA, AB, …
 * @see MATH.md B3
 */
export function assignLetters(
  groupCount: number,
  present: PresentGroups,
  previous: PreviousAnalysis | undefined,
): string[] {
  const shown = previous ? traceShown(previous, groupCount, present) : [];
  const retired = Array.from(previous?.retired ?? [], ([letter, ids]) =>
    traceRetired(letter, ids, groupCount, present),
  );
  const letters = Array.from({ length: groupCount }, (): string | null => null);
  match(letters, shown, (trace, group) => trace.home === group || trace.home === -1);
  match(letters, retired, (trace, group) => trace.home === group);

  const kept = [...shown, ...retired].filter(({ home }) => home !== -1);
  const unavailable = new Set([...letters, ...kept.map(({ letter }) => letter)]);
  return letters.map((letter) => letter ?? takeFirstFree(unavailable));
}

/** Gives groups without a letter the one of the trace they share most with, where they may. */
function match(
  letters: (string | null)[],
  traces: readonly LetterTrace[],
  mayTake: (trace: LetterTrace, group: number) => boolean,
): void {
  const weights = letters.map((letter, group) =>
    traces.map((trace) => (letter === null && mayTake(trace, group) ? trace.shared[group]! : 0)),
  );
  assignOptimally(weights).forEach((index, group) => {
    if (index !== -1) letters[group] = traces[index]!.letter;
  });
}

/** Every letter in use before, in one pass over the participants. */
function traceShown(
  { frame, groupIds }: PreviousAnalysis,
  groupCount: number,
  { rowsBefore, groupOfRow }: PresentGroups,
): LetterTrace[] {
  const letters = new Map(
    Object.entries(frame.letters).map(([id, letter]) => [Number(id), letter]),
  );
  const shared = new Map(Array.from(letters.keys(), (id) => [id, new Int32Array(groupCount)]));
  for (let row = 0; row < rowsBefore.length && shared.size > 0; row++) {
    const group = groupOfRow[row]!;
    if (group === -1 || rowsBefore[row] === -1) continue;
    const counts = shared.get(groupIds[rowsBefore[row]!]!);
    if (counts) counts[group]! += 1;
  }
  return Array.from(letters, ([id, letter]) => describeTrace(letter, shared.get(id)!));
}

function traceRetired(
  letter: string,
  members: Int32Array,
  groupCount: number,
  { participants, groupOfRow }: PresentGroups,
): LetterTrace {
  const shared = new Int32Array(groupCount);
  for (const row of findRows(members, participants)) {
    if (row !== -1 && groupOfRow[row] !== -1) shared[groupOfRow[row]!]! += 1;
  }
  return describeTrace(letter, shared);
}

function describeTrace(letter: string, counts: Int32Array): LetterTrace {
  const grouped = counts.reduce((sum, count) => sum + count, 0);
  const shared = Array.from(counts);
  return { letter, shared, home: shared.findIndex((count) => count > grouped / 2) };
}

function takeFirstFree(unavailable: Set<string | null>): string {
  for (let index = 0; ; index++) {
    const letter = letterAt(index);
    if (unavailable.has(letter)) continue;
    unavailable.add(letter);
    return letter;
  }
}

function letterAt(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letterAt(Math.floor(index / 26) - 1) + last;
}
