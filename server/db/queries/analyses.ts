import { and, desc, eq, sql } from "drizzle-orm";
import { analyses } from "@/drizzle/schema/analysis";
import type { Queryable } from "@/server/db/client";
import { gather } from "@/server/db/gather";

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

/** Null before the first. */
export const findLatestVersion = gather(async (db, conversationIds: number[]) => {
  const rows = await db.execute<{ version: number | null }>(sql`
    select (
      select max(version) from analyses a where a.conversation_id = asked.id
    ) as version
    from unnest(${`{${conversationIds.join(",")}}`}::int[]) with ordinality as asked (id, place)
    order by asked.place`);
  return rows.map(({ version }) => version);
});
