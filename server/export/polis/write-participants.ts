import { countStatementsByAuthor, listVotedStatements } from "@/server/db/queries/export";
import type { ExportSource } from "../export-source";
import { type Ballot, readBallots } from "./read-ballots";

/** What a file says of each participant, with the index of a vote in the ballot. */
interface Layout {
  /** Columns that count votes. */
  counts: Record<string, (ballot: Ballot, index: number) => boolean>;
  cell(ballot: Ballot, index: number): number;
}

/** participant-votes.csv: a row a voter, a column a statement with votes. */
export function writeParticipantVotes(source: ExportSource): AsyncGenerator<string> {
  return writeMatrix(source, {
    counts: {
      "n-votes": () => true,
      "n-agree": ({ values }, index) => values[index] === 1,
      "n-disagree": ({ values }, index) => values[index] === -1,
    },
    cell: ({ values }, index) => values[index]!,
  });
}

/** participant-importance.csv: 1 important, 0 voted only, empty not voted. */
export function writeParticipantImportance(source: ExportSource): AsyncGenerator<string> {
  return writeMatrix(source, {
    counts: {
      "n-votes": () => true,
      "n-important": ({ important }, index) => important[index]!,
    },
    cell: ({ important }, index) => (important[index] ? 1 : 0),
  });
}

/** Numbers alone need no quotes, so lines are joined: a line of a thousand statements is long. */
async function* writeMatrix(source: ExportSource, layout: Layout): AsyncGenerator<string> {
  const { sql, conversation, groupOf } = source;
  const statements = await listVotedStatements(sql, conversation.id);
  const columnOf = new Map(statements.map((id, column) => [id, column]));
  const written = await countStatementsByAuthor(sql, conversation.id);
  const counted = Object.values(layout.counts);
  const head = ["participant", "group-id", "n-comments", ...Object.keys(layout.counts)];
  yield `${[...head, ...statements].join(",")}\n`;
  for await (const ballots of readBallots(source)) {
    let text = "";
    for (const ballot of ballots) {
      const { participantId } = ballot;
      const counts = counted.map((isCounted) => countVotes(ballot, isCounted));
      const about = [participantId, groupOf(participantId) ?? "", written.get(participantId) ?? 0];
      text += [...about, ...counts, ...toCells(ballot, { columnOf, layout })].join(",");
      text += "\n";
    }
    yield text;
  }
}

function countVotes(ballot: Ballot, isCounted: Layout["counts"][string]): number {
  let count = 0;
  for (let index = 0; index < ballot.statements.length; index++) {
    if (isCounted(ballot, index)) count += 1;
  }
  return count;
}

/** A cell a statement; a statement without a vote is an empty one. */
function toCells(
  ballot: Ballot,
  { columnOf, layout }: { columnOf: ReadonlyMap<number, number>; layout: Layout },
): (number | "")[] {
  const cells: (number | "")[] = new Array(columnOf.size).fill("");
  ballot.statements.forEach((statement, index) => {
    const column = columnOf.get(statement);
    if (column !== undefined) cells[column] = layout.cell(ballot, index);
  });
  return cells;
}
