import type { Analysis, Frame } from "../../schemas/analysis";

/** Where everybody stands and belongs, a participant a row. */
export interface AnalysedRows {
  /** Ascending. */
  participants: Int32Array;
  /** Core x and y of each row in turn. */
  points: Float64Array;
  /** Group id of each row, -1 for nobody's. */
  groupIds: Int32Array;
}

/** What the frame of the next analysis follows from. */
export interface PreviousAnalysis extends AnalysedRows {
  frame: Frame;
  /**
   * Who was last in the group of each letter that is not in use now, ascending. Unknown: none.
   */
  retired?: ReadonlyMap<string, Int32Array>;
}

/**
 * Keeps of an analysis what the next one needs; the arrays are shared with it.
 * @param previous what the analysis itself was computed with; it hands on the retired letters
 */
export function toPreviousAnalysis(
  { frame, rows }: { frame: Frame; rows: AnalysedRows },
  previous?: PreviousAnalysis,
): PreviousAnalysis {
  const inUse = new Set(Object.values(frame.letters));
  const retired = new Map<string, Int32Array>();
  for (const [letter, members] of [...(previous?.retired ?? []), ...membersByLetter(previous)]) {
    if (!inUse.has(letter)) retired.set(letter, members);
  }
  return { frame, ...rows, retired };
}

/** The rows of an analysis as published with its participants. */
export function readRows({
  positions,
  membership,
}: Pick<Analysis, "positions" | "membership">): AnalysedRows {
  const participants = Int32Array.from(Object.keys(positions), Number).sort();
  return {
    participants,
    points: Float64Array.from([...participants].flatMap((id) => positions[id]!)),
    groupIds: participants.map((id) => membership[id] ?? -1),
  };
}

/**
 * The members of each lettered group, ascending.
 * @returns empty without a previous analysis
 */
export function membersByLetter(
  previous: Pick<PreviousAnalysis, "frame" | "participants" | "groupIds"> | undefined,
): Map<string, Int32Array> {
  const members = new Map<string, Int32Array>();
  if (!previous) return members;
  for (const [group, letter] of Object.entries(previous.frame.letters)) {
    const ofGroup = listMembers(previous, Number(group));
    if (ofGroup.length > 0) members.set(letter, ofGroup);
  }
  return members;
}

function listMembers(
  { participants, groupIds }: Pick<AnalysedRows, "participants" | "groupIds">,
  id: number,
): Int32Array {
  const members = new Int32Array(participants.length);
  let count = 0;
  for (let row = 0; row < participants.length; row++) {
    if (groupIds[row] !== id) continue;
    members[count] = participants[row]!;
    count++;
  }
  return members.slice(0, count);
}
