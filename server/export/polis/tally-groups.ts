import type { ExportSource } from "./export-source";
import { readBallots } from "./read-ballots";

export interface Tally {
  votes: number;
  agrees: number;
  disagrees: number;
}

export interface GroupTallies {
  /** Lower case, as in the column names. */
  letter: string;
  /** By statement id; a statement without a vote of this group is not there. */
  statements: Map<number, Tally>;
}

/** Counts the standing votes of each group of the newest analysis, on moderated statements too. */
export async function tallyGroups(source: ExportSource): Promise<GroupTallies[]> {
  const { analysis, groupOf } = source;
  const groups = new Map<number, GroupTallies>();
  for (const { id, letter } of analysis?.core.groups ?? []) {
    const shown = analysis?.frame.letters[id] ?? letter;
    groups.set(id, { letter: shown.toLowerCase(), statements: new Map() });
  }
  if (groups.size === 0) return [];
  for await (const { participantId, votes } of readBallots(source)) {
    const group = groups.get(groupOf(participantId) ?? -1);
    if (!group) continue;
    for (const [id, { value }] of votes) {
      const tally = group.statements.get(id) ?? { votes: 0, agrees: 0, disagrees: 0 };
      group.statements.set(id, tally);
      tally.votes += 1;
      if (value === 1) tally.agrees += 1;
      if (value === -1) tally.disagrees += 1;
    }
  }
  return [...groups.values()].sort((a, b) => (a.letter < b.letter ? -1 : 1));
}
