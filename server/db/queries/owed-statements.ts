import { and, eq, sql } from "drizzle-orm";
import { analyses } from "@/drizzle/schema/analysis";
import type { Queryable } from "@/server/db/client";

/** From what it follows which statements of a conversation are to be answered. */
export type OwedSource = {
  conversationId: number;
  /** The published report that says it; null: the newest analysis does, or nothing does yet. */
  reportNumber: number | null;
  /** Null: nothing is to be answered yet. */
  analysisVersion: number | null;
  /** Of that analysis; null when it has not been kept yet. */
  commonGround: number[] | null;
  /** In the organisers' order. */
  pinned: number[];
  /** Those of both that are shown. */
  shown: number[];
};

/**
 * Looks up, for many conversations at once, what decides on the statements to be answered: the newest
 * published report, when it is of after the closing or voting goes on; otherwise, once it has closed,
 * the newest analysis.
 */
export async function listOwedSources(
  db: Queryable,
  conversationIds: number[],
  now: Date,
): Promise<OwedSource[]> {
  if (conversationIds.length === 0) return [];
  return db.execute<OwedSource>(sql`
    select c.id as "conversationId", r.number as "reportNumber", a.version as "analysisVersion",
      a.common_ground as "commonGround", p.pinned,
      array(
        select o.id from unnest(a.common_ground || p.pinned) as o (id)
        where case when r.number is not null then o.id = any(t.told) else exists (
          select from statements x
          where x.conversation_id = c.id and x.id = o.id and (x.moderation = 'accepted'
            or x.moderation = 'pending'
              and coalesce(c.settings ->> 'moderation', 'lenient') = 'lenient')) end
      ) as shown
    from conversations c
    cross join lateral (select c.state = 'closed'
      or (c.state = 'open' and c.closes_at <= ${now.toISOString()}) is true as closed) k
    left join lateral (
      select number, published_at, analysis_version, content from reports
      where conversation_id = c.id order by number desc limit 1
    ) r on not k.closed or c.closes_at is null or r.published_at >= c.closes_at
    left join lateral (
      select version, common_ground from analyses
      where conversation_id = c.id and (r.number is null or version = r.analysis_version)
      order by version desc limit 1
    ) a on r.number is not null or k.closed or c.answers_due_at is not null
    left join report_settings s on s.conversation_id = c.id and a.version is not null
    cross join lateral (select array(
      select e.id::int from jsonb_array_elements_text(
        case when r.number is not null then r.content -> 'settings' else s.settings end -> 'pinned'
      ) with ordinality as e (id, place) order by e.place) as pinned) p
    cross join lateral (select array(
      select (e.s ->> 'id')::int from jsonb_array_elements(r.content -> 'statements') as e (s)
      where e.s ->> 'text' is not null) as told) t
    where c.id = any(${sql.param(`{${conversationIds.join(",")}}`)}::int[])`);
}

/** Keeps what follows from an analysis, so that it is worked out once. */
export async function keepCommonGround(
  db: Queryable,
  { conversationId, version }: { conversationId: number; version: number },
  commonGround: number[],
): Promise<void> {
  await db
    .update(analyses)
    .set({ commonGround })
    .where(and(eq(analyses.conversationId, conversationId), eq(analyses.version, version)));
}
