import { and, desc, eq, isNotNull, sql } from "drizzle-orm";
import { analyses } from "@/drizzle/schema/analysis";
import type { BaseCluster, StatementTotal } from "@/lib/schemas/analysis";
import type { Queryable } from "@/server/db/client";

/**
 * Where base clusters are in one version and how they voted, with everybody's votes on a statement;
 * null without such a version.
 */
export async function findClusterVotes(
  tx: Queryable,
  asked: { conversationId: number; version: number; statement: number },
) {
  const { conversationId, version, statement } = asked;
  const [row] = await tx
    .select({
      total: sql<StatementTotal | null>`${analyses.core} -> 'statementTotals' -> ${String(statement)}::text`,
      ungrouped: sql<number>`(${analyses.core} ->> 'participants')::int - (${analyses.core} ->> 'clustered')::int`,
      baseClusters: sql<BaseCluster[]>`${analyses.core} -> 'baseClusters'`,
      clusterVotes: analyses.clusterVotes,
    })
    .from(analyses)
    .where(and(eq(analyses.conversationId, conversationId), eq(analyses.version, version)));
  return row ?? null;
}

/** The newest version that says how base clusters voted. */
export async function findNewestWithClusterVotes(
  tx: Queryable,
  conversationId: number,
): Promise<number | null> {
  const [row] = await tx
    .select({ version: analyses.version })
    .from(analyses)
    .where(and(eq(analyses.conversationId, conversationId), isNotNull(analyses.clusterVotes)))
    .orderBy(desc(analyses.version))
    .limit(1);
  return row?.version ?? null;
}
