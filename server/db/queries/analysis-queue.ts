import { eq, sql } from "drizzle-orm";
import { analysisQueue } from "@/drizzle/schema/analysis";
import type { Queryable, Transaction } from "@/server/db/client";
import { notify } from "./notify";

/** Every conversation has one row, inserted in the transaction that creates it. */
export async function insertQueueRow(
  tx: Queryable,
  conversationId: number,
  counters: { nextParticipantId?: number; nextStatementId?: number; voteSeq?: number } = {},
): Promise<void> {
  await tx.insert(analysisQueue).values({ conversationId, ...counters });
}

/**
 * Takes the lock under which a conversation's votes, statements and moderation change.
 * Take it first; for several conversations in id order.
 */
export async function lockQueueRow(tx: Transaction, conversationId: number) {
  const [row] = await tx
    .select()
    .from(analysisQueue)
    .where(eq(analysisQueue.conversationId, conversationId))
    .for("update");
  return row ?? null;
}

/**
 * Asks for an analysis that sees what this transaction writes.
 * `moderation`: statements, their moderation or the exclusion of participants changed, without a vote.
 */
export async function markDue(
  tx: Queryable,
  conversationId: number,
  options: { moderation?: boolean } = {},
): Promise<void> {
  await tx
    .update(analysisQueue)
    .set({
      dueAt: sql`least(${analysisQueue.dueAt}, now())`,
      moderationSeq: sql`${analysisQueue.moderationSeq} + ${options.moderation ? 1 : 0}`,
    })
    .where(eq(analysisQueue.conversationId, conversationId));
  await notify(tx, { type: "due", conversationId });
}
