import { type ExportedBallot, listExportedBallots } from "@/server/db/queries/export";
import type { ExportSource } from "../export-source";

/** The standing votes of one participant, statements ascending; lists of one length. */
export interface Ballot {
  participantId: number;
  statements: number[];
  values: number[];
  important: boolean[];
}

/** Some participants after the other, ids ascending; those without a vote are left out. */
export async function* readBallots({ sql, conversation }: ExportSource): AsyncGenerator<Ballot[]> {
  for await (const rows of listExportedBallots(sql, conversation.id)) yield rows.map(toBallot);
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
