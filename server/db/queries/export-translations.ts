import type { TransactionSql } from "postgres";

const CHUNK_ROWS = 5_000;

export interface ExportedTranslation {
  statementId: number;
  locale: string;
  text: string;
  origin: "entered" | "imported" | "machine";
  /** Of the statement. */
  moderation: "pending" | "accepted" | "rejected";
}

export function listExportedTranslations(
  sql: TransactionSql,
  conversationId: number,
): AsyncIterable<ExportedTranslation[]> {
  return sql<ExportedTranslation[]>`
    select t.statement_id as "statementId", t.locale, t.text, t.origin, s.moderation
    from statement_translations t
    join statements s on s.conversation_id = t.conversation_id and s.id = t.statement_id
    where t.conversation_id = ${conversationId}
    order by t.statement_id, t.locale`.cursor(CHUNK_ROWS);
}
