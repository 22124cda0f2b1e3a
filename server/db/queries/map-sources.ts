import { and, eq, inArray, max, sql } from "drizzle-orm";
import { analyses } from "@/drizzle/schema/analysis";
import type { StoredAnalysis } from "@/lib/schemas/analysis";
import type { Queryable } from "@/server/db/client";

/**
 * Of the newest analysis of each conversation, the parts that a map needs: the rest is large. The
 * versions are found first, so that no older analysis is unpacked.
 */
export async function listMapSources(db: Queryable, conversationIds: number[]) {
  const newest = db
    .select({
      conversationId: analyses.conversationId,
      version: max(analyses.version).as("newest_version"),
    })
    .from(analyses)
    .where(inArray(analyses.conversationId, conversationIds))
    .groupBy(analyses.conversationId)
    .as("newest");
  return db
    .select({
      conversationId: analyses.conversationId,
      baseClusters: sql<StoredAnalysis["baseClusters"]>`${analyses.core} -> 'baseClusters'`,
      groups: sql<StoredAnalysis["groups"]>`${analyses.core} -> 'groups'`,
      frame: analyses.frame,
    })
    .from(analyses)
    .innerJoin(
      newest,
      and(eq(analyses.conversationId, newest.conversationId), eq(analyses.version, newest.version)),
    );
}
