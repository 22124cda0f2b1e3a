import { type CsvCell, formatCsvRow } from "@/lib/csv/format-csv-row";
import { countStatementsByAuthor, listVotedStatements } from "@/server/db/queries/export";
import type { ExportSource } from "./export-source";
import { type Ballot, readBallots } from "./read-ballots";

type BallotVote = Ballot["votes"] extends Map<number, infer Vote> ? Vote : never;

/** participant-votes.csv: a row a voter, a column a statement with votes. */
export function writeParticipantVotes(source: ExportSource): AsyncGenerator<string> {
  return writeMatrix(source, {
    counts: {
      "n-votes": () => true,
      "n-agree": ({ value }) => value === 1,
      "n-disagree": ({ value }) => value === -1,
    },
    cell: ({ value }) => value,
  });
}

/** participant-importance.csv: 1 important, 0 voted only, empty not voted. */
export function writeParticipantImportance(source: ExportSource): AsyncGenerator<string> {
  return writeMatrix(source, {
    counts: { "n-votes": () => true, "n-important": ({ important }) => important },
    cell: ({ important }) => (important ? 1 : 0),
  });
}

async function* writeMatrix(
  source: ExportSource,
  layout: {
    /** Columns that count votes. */
    counts: Record<string, (vote: BallotVote) => boolean>;
    cell(vote: BallotVote): CsvCell;
  },
): AsyncGenerator<string> {
  const { sql, conversation, groupOf } = source;
  const statements = await listVotedStatements(sql, conversation.id);
  const written = await countStatementsByAuthor(sql, conversation.id);
  const counts = Object.keys(layout.counts);
  yield formatCsvRow(["participant", "group-id", "n-comments", ...counts, ...statements]);
  for await (const { participantId, votes } of readBallots(source)) {
    yield formatCsvRow([
      participantId,
      groupOf(participantId),
      written.get(participantId) ?? 0,
      ...Object.values(layout.counts).map((counted) => [...votes.values()].filter(counted).length),
      ...statements.map((id) => {
        const vote = votes.get(id);
        return vote ? layout.cell(vote) : null;
      }),
    ]);
  }
}
