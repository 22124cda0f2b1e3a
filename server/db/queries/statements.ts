import { and, asc, count, eq, getTableColumns, inArray, sql } from "drizzle-orm";
import { analysisQueue } from "@/drizzle/schema/analysis";
import { statements } from "@/drizzle/schema/statement";
import type { Queryable, Transaction } from "@/server/db/client";

/** What a statement is; its bigrams stay in the database. */
export type StatementRow = Omit<typeof statements.$inferSelect, "bigrams">;
const { bigrams: _, ...columns } = getTableColumns(statements);
export const statementColumns: Omit<typeof statements._.columns, "bigrams"> = columns;
type Moderation = StatementRow["moderation"];

/** Takes ids for new statements; the caller holds the lock of the queue row. Returns the first. */
export async function takeStatementIds(
  tx: Transaction,
  conversationId: number,
  amount: number,
): Promise<number> {
  const [row] = await tx
    .update(analysisQueue)
    .set({ nextStatementId: sql`${analysisQueue.nextStatementId} + ${amount}` })
    .where(eq(analysisQueue.conversationId, conversationId))
    .returning({ next: analysisQueue.nextStatementId });
  if (!row) throw new Error(`Conversation ${conversationId} has no queue row.`);
  return row.next - amount;
}

export async function insertStatements(
  tx: Queryable,
  rows: (typeof statements.$inferInsert)[],
): Promise<StatementRow[]> {
  return rows.length === 0 ? [] : tx.insert(statements).values(rows).returning(statementColumns);
}

/** In the order of their ids. */
export async function listStatementRows(
  db: Queryable,
  conversationId: number,
  moderation: readonly Moderation[],
): Promise<StatementRow[]> {
  return db
    .select(statementColumns)
    .from(statements)
    .where(
      and(
        eq(statements.conversationId, conversationId),
        inArray(statements.moderation, [...moderation]),
      ),
    )
    .orderBy(asc(statements.id));
}

/** Those that there are, in no order, whatever became of them. */
export async function listStatementsById(
  db: Queryable,
  conversationId: number,
  ids: number[],
): Promise<Pick<StatementRow, "id" | "text" | "language" | "moderation">[]> {
  if (ids.length === 0) return [];
  const { id, text, language, moderation } = statementColumns;
  return db
    .select({ id, text, language, moderation })
    .from(statements)
    .where(and(eq(statements.conversationId, conversationId), inArray(statements.id, ids)));
}

export async function listExistingTexts(
  db: Queryable,
  conversationId: number,
  texts: string[],
): Promise<string[]> {
  if (texts.length === 0) return [];
  const rows = await db
    .select({ text: statements.text })
    .from(statements)
    .where(and(eq(statements.conversationId, conversationId), inArray(statements.text, texts)));
  return rows.map((row) => row.text);
}

export async function hasStatement(
  db: Queryable,
  conversationId: number,
  id: number,
): Promise<boolean> {
  const rows = await db
    .select({ id: statements.id })
    .from(statements)
    .where(and(eq(statements.conversationId, conversationId), eq(statements.id, id)));
  return rows.length > 0;
}

/** Null when the statement is missing or no longer `from`: somebody else was faster. */
export async function moderateStatementRow(
  db: Queryable,
  where: { conversationId: number; id: number; from: Moderation },
  change: { to: Moderation; reason: string | null; moderatedBy: string | null; now: Date },
): Promise<StatementRow | null> {
  const [row] = await db
    .update(statements)
    .set({
      moderation: change.to,
      moderationReason: change.reason,
      moderatedBy: change.moderatedBy,
      moderatedAt: change.now,
    })
    .where(
      and(
        eq(statements.conversationId, where.conversationId),
        eq(statements.id, where.id),
        eq(statements.moderation, where.from),
      ),
    )
    .returning(statementColumns);
  return row ?? null;
}

export async function countStatements(
  db: Queryable,
  conversationId: number,
): Promise<Record<Moderation, number>> {
  const rows = await db
    .select({ moderation: statements.moderation, statements: count() })
    .from(statements)
    .where(eq(statements.conversationId, conversationId))
    .groupBy(statements.moderation);
  const counts = { pending: 0, accepted: 0, rejected: 0 };
  for (const row of rows) counts[row.moderation] = row.statements;
  return counts;
}

/** How many statements are rejected, a row a reason. */
export async function countRejectedStatements(db: Queryable, conversationId: number) {
  return db
    .select({ reason: statements.moderationReason, count: count() })
    .from(statements)
    .where(
      and(eq(statements.conversationId, conversationId), eq(statements.moderation, "rejected")),
    )
    .groupBy(statements.moderationReason);
}
