import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { analysisQueue } from "@/drizzle/schema/analysis";
import { statements, statementTranslations } from "@/drizzle/schema/statement";
import type { Queryable, Transaction } from "@/server/db/client";
import { notify } from "./notify";

export type TranslationRow = typeof statementTranslations.$inferSelect;
type NewTranslation = typeof statementTranslations.$inferInsert;

// Rows of 7 parameters each, of which PostgreSQL takes 65,535.
const ROWS_AT_A_TIME = 5_000;

/** What people wrote takes the place of whatever was there. */
export async function putTranslations(tx: Queryable, rows: NewTranslation[]): Promise<void> {
  const { text, origin, translatedBy, translatedAt } = {
    text: sql`excluded.text`,
    origin: sql`excluded.origin`,
    translatedBy: sql`excluded.translated_by`,
    translatedAt: sql`excluded.translated_at`,
  };
  for (let at = 0; at < rows.length; at += ROWS_AT_A_TIME) {
    await tx
      .insert(statementTranslations)
      .values(rows.slice(at, at + ROWS_AT_A_TIME))
      .onConflictDoUpdate({
        target: [
          statementTranslations.conversationId,
          statementTranslations.statementId,
          statementTranslations.locale,
        ],
        set: { text, origin, translatedBy, translatedAt },
      });
  }
}

/**
 * What a machine made is kept only where nothing is, and only while the statement still says what it
 * translated. Returns whether it was.
 */
export async function addMachineTranslation(
  tx: Queryable,
  row: Pick<NewTranslation, "conversationId" | "statementId" | "locale" | "text" | "translatedAt">,
  source: string,
): Promise<boolean> {
  const { conversationId, statementId, locale, text, translatedAt } = row;
  const added = await tx.execute(sql`
    insert into statement_translations
      (conversation_id, statement_id, locale, text, origin, translated_at)
    select s.conversation_id, s.id, ${locale}, ${text}, 'machine', ${translatedAt.toISOString()}
    from statements s
    where s.conversation_id = ${conversationId} and s.id = ${statementId} and s.text = ${source}
      for share
    on conflict do nothing
    returning 1`);
  return added.length > 0;
}

/** Whether there was one. */
export async function deleteTranslation(
  tx: Queryable,
  key: Pick<TranslationRow, "conversationId" | "statementId" | "locale">,
): Promise<boolean> {
  const deleted = await tx
    .delete(statementTranslations)
    .where(
      and(
        eq(statementTranslations.conversationId, key.conversationId),
        eq(statementTranslations.statementId, key.statementId),
        eq(statementTranslations.locale, key.locale),
      ),
    )
    .returning({ locale: statementTranslations.locale });
  return deleted.length > 0;
}

/** By statement and language; those of one statement or one language when asked for. */
export async function listTranslationRows(
  db: Queryable,
  where: { conversationId: number; statementId?: number; locale?: string },
): Promise<TranslationRow[]> {
  const { conversationId, statementId, locale } = where;
  const table = statementTranslations;
  return db
    .select()
    .from(table)
    .where(
      and(
        eq(table.conversationId, conversationId),
        statementId === undefined ? undefined : eq(table.statementId, statementId),
        locale === undefined ? undefined : eq(table.locale, locale),
      ),
    )
    .orderBy(asc(table.statementId), asc(table.locale));
}

export async function listKnownStatementIds(
  db: Queryable,
  conversationId: number,
  ids: number[],
): Promise<Set<number>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .select({ id: statements.id })
    .from(statements)
    .where(and(eq(statements.conversationId, conversationId), inArray(statements.id, ids)));
  return new Set(rows.map(({ id }) => id));
}

/** Shown statements without a translation into a language. */
export async function listUntranslated(
  db: Queryable,
  where: { conversationId: number; locale: string },
): Promise<{ id: number; text: string; language: string | null }[]> {
  const { conversationId, locale } = where;
  return db.execute<{ id: number; text: string; language: string | null }>(sql`
    select s.id, s.text, s.language
    from statements s
    join conversations c on c.id = s.conversation_id
    where s.conversation_id = ${conversationId}
      and (s.moderation = 'accepted'
        or s.moderation = 'pending' and c.settings->>'moderation' = 'lenient')
      and not exists (
        select from statement_translations t
        where t.conversation_id = s.conversation_id and t.statement_id = s.id
          and t.locale = ${locale})
    order by s.id`);
}

/** Lets every process read the translations again; the caller holds the lock of the queue row. */
export async function announceTranslations(tx: Transaction, conversationId: number): Promise<void> {
  await tx
    .update(analysisQueue)
    .set({ translationSeq: sql`${analysisQueue.translationSeq} + 1` })
    .where(eq(analysisQueue.conversationId, conversationId));
  await notify(tx, { type: "statements", conversationId });
}
