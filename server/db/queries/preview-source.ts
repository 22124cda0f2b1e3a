import { and, eq, sql } from "drizzle-orm";
import { analyses } from "@/drizzle/schema/analysis";
import type { StoredAnalysis } from "@/lib/schemas/analysis";
import type { Queryable } from "@/server/db/client";

/** The parts of one version that its picture needs: the rest is large. */
export async function findPreviewSource(db: Queryable, conversationId: number, version: number) {
  const [row] = await db
    .select({
      baseClusters: sql<StoredAnalysis["baseClusters"]>`${analyses.core} -> 'baseClusters'`,
      groups: sql<StoredAnalysis["groups"]>`${analyses.core} -> 'groups'`,
      frame: analyses.frame,
      participants: sql<number>`(${analyses.core} ->> 'participants')::int`,
      votes: sql<number>`(${analyses.core} ->> 'votes')::int`,
      statements: sql<number>`(${analyses.core} ->> 'statementsVoted')::int`,
    })
    .from(analyses)
    .where(and(eq(analyses.conversationId, conversationId), eq(analyses.version, version)));
  return row ?? null;
}
