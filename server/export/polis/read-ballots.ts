import { type ExportedBallot, listExportedBallots } from "@/server/db/queries/export";
import { readAhead } from "@/server/db/read-ahead";
import type { ExportSource } from "../export-source";
import type { GroupTallies, Tally } from "./group-tallies";

/** The standing votes of one participant, statements ascending; lists of one length. */
export interface Ballot {
  participantId: number;
  statements: number[];
  values: number[];
  important: boolean[];
}

/**
 * Some participants after the other, ids ascending; those without a vote are left out. Whoever reads
 * to the end has counted the groups' votes as well.
 */
export async function* readBallots(source: ExportSource): AsyncGenerator<Ballot[]> {
  const groups = source.groupTallies === null ? startTallies(source) : null;
  const rows = listExportedBallots(source.sql, source.conversation.id);
  for await (const some of readAhead(rows)) {
    const ballots = some.map(toBallot);
    if (groups && groups.size > 0) for (const ballot of ballots) count(ballot, groups, source);
    yield ballots;
  }
  if (!groups) return;
  source.groupTallies = [...groups.values()].sort((a, b) => (a.letter < b.letter ? -1 : 1));
}

function toBallot({ participantId, statements, values, important }: ExportedBallot): Ballot {
  return {
    participantId,
    statements: readArray(statements).map(Number),
    values: readArray(values).map(Number),
    important: readArray(important).map((flag) => flag === "t"),
  };
}

function readArray(text: string): string[] {
  return text.slice(1, -1).split(",");
}

/** By group id. */
function startTallies({ analysis }: ExportSource): Map<number, GroupTallies> {
  const groups = analysis?.core.groups ?? [];
  return new Map(
    groups.map(({ id, letter }) => {
      const shown = analysis?.frame.letters[id] ?? letter;
      return [id, { letter: shown.toLowerCase(), members: 0, statements: new Map() }];
    }),
  );
}

function count(
  { participantId, statements, values }: Ballot,
  groups: ReadonlyMap<number, GroupTallies>,
  { groupOf }: ExportSource,
): void {
  const group = groups.get(groupOf(participantId) ?? -1);
  if (!group) return;
  group.members += 1;
  statements.forEach((statement, index) => {
    countVote(group.statements, statement, values[index]!);
  });
}

function countVote(tallies: Map<number, Tally>, statement: number, value: number): void {
  const tally = tallies.get(statement) ?? { votes: 0, agrees: 0, disagrees: 0 };
  tallies.set(statement, tally);
  tally.votes += 1;
  if (value === 1) tally.agrees += 1;
  if (value === -1) tally.disagrees += 1;
}
