import type { Sql } from "@/server/db/client";

/** What polling can tell of a conversation; whatever differs from last time has happened since. */
export interface Observation {
  conversationId: number;
  /** The newest analysis; 0 before the first. */
  version: number;
  moderationSeq: number;
  /** A hash of its words, settings, state and of who may see its private overlay. */
  conversation: string;
  /** The number of the newest change on stage; 0 without a live session so far. */
  session: number;
}

export async function observeConversations(sql: Sql, ids: number[]): Promise<Observation[]> {
  if (ids.length === 0) return [];
  return sql<Observation[]>`
    select q.conversation_id as "conversationId", q.moderation_seq as "moderationSeq",
      coalesce((
        select max(version) from analyses a where a.conversation_id = q.conversation_id
      ), 0) as version,
      md5(row(c.slug, c.title, c.description, c.settings, c.state, c.opens_at, c.closes_at,
        c.opens_at <= now(), c.closes_at <= now(), o.token_hash)::text) as conversation,
      coalesce(l.number, 0) as session
    from analysis_queue q join conversations c on c.id = q.conversation_id
      left join overlay_tokens o on o.conversation_id = c.id
      left join live_sessions l on l.conversation_id = c.id
    where q.conversation_id in ${sql(ids)}`;
}
