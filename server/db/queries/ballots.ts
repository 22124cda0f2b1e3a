import { eq, sql } from "drizzle-orm";
import { analysisQueue } from "@/drizzle/schema/analysis";
import { conversations } from "@/drizzle/schema/conversation";
import type { PublicAnalysis } from "@/lib/schemas/analysis";
import type { Queryable } from "@/server/db/client";
import type { ConversationRow } from "./conversations";

/** A conversation with what tells whether its statements or priorities are others than before. */
export interface BallotHead {
  conversation: ConversationRow;
  moderationSeq: number;
  nextStatementId: number;
  translationSeq: number;
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
      translationSeq: analysisQueue.translationSeq,
      analysisVersion: sql<number | null>`(
        select max(version) from analyses a where a.conversation_id = ${conversations.id})`,
    })
    .from(conversations)
    .innerJoin(analysisQueue, eq(analysisQueue.conversationId, conversations.id))
    .where(eq(conversations.slug, slug));
  return row ?? null;
}

type RoutingFacts = Pick<PublicAnalysis, "priorities" | "statementTotals">;

/** What one analysis says of each statement, by id; null when it is gone or says nothing. */
export async function findRoutingFacts(
  db: Queryable,
  conversationId: number,
  version: number,
): Promise<RoutingFacts | null> {
  // One call that takes both out: each use of `core` would unpack all of it again.
  const [row] = await db.execute<{ [Key in keyof RoutingFacts]: RoutingFacts[Key] | null }>(sql`
    select facts.* from analyses,
      jsonb_to_record(core) as facts(priorities jsonb, "statementTotals" jsonb)
    where conversation_id = ${conversationId} and version = ${version}`);
  if (!row?.priorities || !row.statementTotals) return null;
  return { priorities: row.priorities, statementTotals: row.statementTotals };
}
