import { findRows } from "../votes/find-rows";
import { assignOptimally } from "./optimal-assignment";
import { membersByLetter, type PreviousAnalysis } from "./previous-analysis";

/** A letter and where those who had it are now: how many in each present group. */
interface LetterTrace {
  letter: string;
  shared: number[];
  /** The present group that holds more than half of them, or -1. */
  home: number;
}

interface PresentGroups {
  participants: Int32Array;
  groupOfRow: Int32Array;
}

/**
 * Letters for groups, so that a group keeps its letter from one analysis to the next.
 *
 * Groups take the letters of the groups they share most members with (optimal assignment). A group
 * that then has none takes back a letter that is out of use when most of its last members are here,
 * or else the first letter that nobody uses and whose last members are not mostly together.
 * @param groupCount groups in the order of their ids
 * @param present participants ascending, and the index of each one's group, -1 for nobody's
 * @returns a letter a group: A to Z, then AA, AB, …
 * @see MATH.md B3
 */
export function assignLetters(
  groupCount: number,
  present: PresentGroups,
  previous: PreviousAnalysis | undefined,
): string[] {
  const trace = (members: Iterable<readonly [string, Int32Array]>) =>
    Array.from(members, ([letter, ids]) => traceLetter(letter, ids, groupCount, present));
  const shown = trace(membersByLetter(previous));
  const retired = trace(previous?.retired ?? []);
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

function traceLetter(
  letter: string,
  members: Int32Array,
  groupCount: number,
  { participants, groupOfRow }: PresentGroups,
): LetterTrace {
  const shared = new Array<number>(groupCount).fill(0);
  let grouped = 0;
  for (const row of findRows(members, participants)) {
    if (row === -1 || groupOfRow[row] === -1) continue;
    shared[groupOfRow[row]!]! += 1;
    grouped += 1;
  }
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
