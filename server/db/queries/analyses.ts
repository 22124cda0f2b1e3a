import { and, desc, eq } from "drizzle-orm";
import { analyses } from "@/drizzle/schema/analysis";
import type { Queryable } from "@/server/db/client";

const published = {
  version: analyses.version,
  core: analyses.core,
  frame: analyses.frame,
  voteSeq: analyses.voteSeq,
  createdAt: analyses.createdAt,
};

export async function findLatestAnalysis(tx: Queryable, conversationId: number) {
  const [row] = await tx
    .select(published)
    .from(analyses)
    .where(eq(analyses.conversationId, conversationId))
    .orderBy(desc(analyses.version))
    .limit(1);
  return row ?? null;
}

export async function findAnalysis(tx: Queryable, conversationId: number, version: number) {
  const [row] = await tx
    .select(published)
    .from(analyses)
    .where(and(eq(analyses.conversationId, conversationId), eq(analyses.version, version)));
  return row ?? null;
}

export async function findLatestVersion(
  tx: Queryable,
  conversationId: number,
): Promise<number | null> {
  const [row] = await tx
    .select({ version: analyses.version })
    .from(analyses)
    .where(eq(analyses.conversationId, conversationId))
    .orderBy(desc(analyses.version))
    .limit(1);
  return row?.version ?? null;
}
