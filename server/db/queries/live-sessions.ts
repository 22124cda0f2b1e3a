import { and, eq, inArray, sql } from "drizzle-orm";
import { conversations } from "@/drizzle/schema/conversation";
import { liveSessions } from "@/drizzle/schema/live-session";
import { statements } from "@/drizzle/schema/statement";
import type { Queryable, Transaction } from "@/server/db/client";
import { notify } from "./notify";

export type LiveSessionRow = typeof liveSessions.$inferSelect;

export async function findLiveSession(
  db: Queryable,
  conversationId: number,
): Promise<LiveSessionRow | null> {
  const [row] = await db
    .select()
    .from(liveSessions)
    .where(eq(liveSessions.conversationId, conversationId));
  return row ?? null;
}

export interface PublishedSessionRow extends LiveSessionRow {
  conversation: Pick<typeof conversations.$inferSelect, "state" | "opensAt" | "closesAt">;
}

/** As findLiveSession, with the statement only while everybody may read it. */
export async function findPublishedSession(
  db: Queryable,
  conversationId: number,
): Promise<PublishedSessionRow | null> {
  const { state, opensAt, closesAt } = conversations;
  const [row] = await db
    .select({
      session: liveSessions,
      published: statements.id,
      conversation: { state, opensAt, closesAt },
    })
    .from(liveSessions)
    .innerJoin(conversations, eq(conversations.id, liveSessions.conversationId))
    .leftJoin(
      statements,
      and(
        eq(statements.conversationId, liveSessions.conversationId),
        eq(statements.id, liveSessions.statementId),
        eq(statements.moderation, "accepted"),
      ),
    )
    .where(eq(liveSessions.conversationId, conversationId));
  if (!row) return null;
  return { ...row.session, statementId: row.published, conversation: row.conversation };
}

/** The caller holds the lock of the queue row. */
export async function saveLiveSession(tx: Transaction, row: LiveSessionRow): Promise<void> {
  const { conversationId: _, ...change } = row;
  await tx
    .insert(liveSessions)
    .values(row)
    .onConflictDoUpdate({ target: liveSessions.conversationId, set: change });
  await notify(tx, {
    type: "session",
    conversationId: row.conversationId,
    number: row.number,
  });
}

/** Takes statements off the stage that may no longer be shown; the caller holds the queue row's lock. */
export async function clearStage(
  tx: Transaction,
  conversationId: number,
  statementIds: number[],
): Promise<void> {
  if (statementIds.length === 0) return;
  const [row] = await tx
    .update(liveSessions)
    .set({
      number: sql`${liveSessions.number} + 1`,
      statementId: null,
      isOpen: false,
      closedAt: null,
      isRevealed: false,
      changedAt: sql`now()`,
    })
    .where(
      and(
        eq(liveSessions.conversationId, conversationId),
        inArray(liveSessions.statementId, statementIds),
      ),
    )
    .returning({ number: liveSessions.number });
  if (row) await notify(tx, { type: "session", conversationId, number: row.number });
}
