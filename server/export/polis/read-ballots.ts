import { type ExportedVote, listExportedVotes } from "@/server/db/queries/export";
import type { ExportSource } from "./export-source";

/** The standing votes of one participant by statement. */
export interface Ballot {
  participantId: number;
  votes: Map<number, Pick<ExportedVote, "value" | "important">>;
}

/** One participant after the other, ids ascending; those without a vote are left out. */
export async function* readBallots({ sql, conversation }: ExportSource): AsyncGenerator<Ballot> {
  let ballot = null as Ballot | null;
  for await (const rows of listExportedVotes(sql, conversation.id)) {
    for (const { participantId, statementId, value, important } of rows) {
      if (ballot?.participantId !== participantId) {
        if (ballot) yield ballot;
        ballot = { participantId, votes: new Map() };
      }
      ballot.votes.set(statementId, { value, important });
    }
  }
  if (ballot) yield ballot;
}
