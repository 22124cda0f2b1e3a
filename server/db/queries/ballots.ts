import { eq, sql } from "drizzle-orm";
import { analysisQueue } from "@/drizzle/schema/analysis";
import { conversations } from "@/drizzle/schema/conversation";
import type { Queryable } from "@/server/db/client";
import type { ConversationRow } from "./conversations";

/** A conversation with what tells whether its statements or priorities are others than before. */
export interface BallotHead {
  conversation: ConversationRow;
  moderationSeq: number;
  nextStatementId: number;
  /** Null before the first analysis. */
  analysisVersion: number | null;
}

export async function findBallotHead(db: Queryable, slug: string): Promise<BallotHead | null> {
  if (slug.includes("\u0000")) return null; // PostgreSQL refuses to compare with such a text
  const [row] = await db
    .select({
      conversation: conversations,
      moderationSeq: analysisQueue.moderationSeq,
      nextStatementId: analysisQueue.nextStatementId,
      analysisVersion: sql<number | null>`(
        select max(version) from analyses a where a.conversation_id = ${conversations.id})`,
    })
    .from(conversations)
    .innerJoin(analysisQueue, eq(analysisQueue.conversationId, conversations.id))
    .where(eq(conversations.slug, slug));
  return row ?? null;
}

/** Routing weights by statement id, of one analysis; null when it is gone. */
export async function findPriorities(
  db: Queryable,
  conversationId: number,
  version: number,
): Promise<Record<string, number> | null> {
  const [row] = await db.execute<{ priorities: Record<string, number> | null }>(sql`
    select core -> 'priorities' as priorities from analyses
    where conversation_id = ${conversationId} and version = ${version}`);
  return row?.priorities ?? null;
}
