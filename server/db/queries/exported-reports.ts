import type { TransactionSql } from "postgres";

// Some hundred votes each at most: about 1 MB.
const CHUNK_PARTICIPANTS = 500;

export interface ExportedReportRow {
  number: number;
  analysisVersion: number;
  withdrawnVotes: number;
  signature: string | null;
  voteListSalt: string | null;
  /** JSON, as it was stored. */
  content: string;
}

export async function findExportedReport(
  sql: TransactionSql,
  conversationId: number,
  number: number,
): Promise<ExportedReportRow | null> {
  // As text: what later releases add to its form was not signed.
  const [row] = await sql<ExportedReportRow[]>`
    select number, analysis_version as "analysisVersion", signature, vote_list_salt as "voteListSalt", content::text,
      withdrawn_votes as "withdrawnVotes"
    from reports where conversation_id = ${conversationId} and number = ${number}`;
  return row ?? null;
}

/** The canonical vote list that a report froze, as far as it is still there, in its order. */
export function listFrozenLines(
  sql: TransactionSql,
  conversationId: number,
  number: number,
): AsyncIterable<{ lines: Buffer }[]> {
  return sql<{ lines: Buffer }[]>`
    select lines from report_votes
    where conversation_id = ${conversationId} and report_number = ${number}
    order by participant_id`.cursor(CHUNK_PARTICIPANTS);
}
