import type { Analysis, Frame } from "../schemas/analysis";

/** What the frame of the next analysis follows from. */
export interface PreviousAnalysis {
  frame: Frame;
  /** Group id by participant. */
  membership: ReadonlyMap<number, number>;
  /** Core coordinates by participant. */
  positions: ReadonlyMap<number, readonly [number, number]>;
  /** Who was last in the group of each letter that is not in use now. Unknown: none. */
  retired?: ReadonlyMap<string, readonly number[]>;
}

/**
 * Keeps of an analysis what the next one needs.
 * @param previous what `analysis` itself was computed with; it hands on the retired letters
 */
export function toPreviousAnalysis(
  analysis: Pick<Analysis, "frame" | "membership" | "positions">,
  previous?: PreviousAnalysis,
): PreviousAnalysis {
  const { frame } = analysis;
  const inUse = new Set(Object.values(frame.letters));
  const retired = new Map<string, readonly number[]>();
  for (const [letter, members] of [...(previous?.retired ?? []), ...membersByLetter(previous)]) {
    if (!inUse.has(letter)) retired.set(letter, members);
  }
  return {
    frame,
    membership: new Map(byParticipant(analysis.membership)),
    positions: new Map(byParticipant(analysis.positions)),
    retired,
  };
}

/**
 * The members of each lettered group.
 * @returns empty without a previous analysis
 */
export function membersByLetter(
  previous: Pick<PreviousAnalysis, "frame" | "membership"> | undefined,
): Map<string, number[]> {
  const members = new Map<string, number[]>();
  for (const [participant, group] of previous?.membership ?? []) {
    const letter = previous?.frame.letters[group];
    if (letter === undefined) continue;
    const known = members.get(letter);
    if (known) known.push(participant);
    else members.set(letter, [participant]);
  }
  return members;
}

function byParticipant<Value>(record: Record<string, Value>): [number, Value][] {
  return Object.entries(record).map(([participant, value]) => [Number(participant), value]);
}
