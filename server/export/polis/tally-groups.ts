import type { ExportSource } from "../export-source";
import { readBallots } from "./read-ballots";

export interface Tally {
  votes: number;
  agrees: number;
  disagrees: number;
}

export interface GroupTallies {
  /** Lower case, as in the column names. */
  letter: string;
  /** People with a vote. */
  members: number;
  /** By statement id; a statement without a vote of this group is not there. */
  statements: Map<number, Tally>;
}

/** Counts the standing votes of each group of the newest analysis, on moderated statements too. */
export async function tallyGroups(source: ExportSource): Promise<GroupTallies[]> {
  const { analysis, groupOf } = source;
  const groups = new Map<number, GroupTallies>();
  for (const { id, letter } of analysis?.core.groups ?? []) {
    const shown = analysis?.frame.letters[id] ?? letter;
    groups.set(id, { letter: shown.toLowerCase(), members: 0, statements: new Map() });
  }
  if (groups.size === 0) return [];
  for await (const ballots of readBallots(source)) {
    for (const { participantId, statements, values } of ballots) {
      const group = groups.get(groupOf(participantId) ?? -1);
      if (!group) continue;
      group.members += 1;
      statements.forEach((statement, index) => {
        count(group.statements, statement, values[index]!);
      });
    }
  }
  return [...groups.values()].sort((a, b) => (a.letter < b.letter ? -1 : 1));
}

function count(tallies: Map<number, Tally>, statement: number, value: number): void {
  const tally = tallies.get(statement) ?? { votes: 0, agrees: 0, disagrees: 0 };
  tallies.set(statement, tally);
  tally.votes += 1;
  if (value === 1) tally.agrees += 1;
  if (value === -1) tally.disagrees += 1;
}
