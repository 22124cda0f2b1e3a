import type { ISql } from "postgres";
import type { Frame, StoredAnalysis } from "@/lib/schemas/analysis";
import { NOTIFICATION_CHANNEL, type Notification } from "@/lib/schemas/notification";
import type { Sql } from "@/server/db/client";
import type { Watermark } from "./analysis-input";
import type { Lease } from "./analysis-lease";

export interface NewAnalysis {
  version: number;
  watermark: Watermark;
  core: StoredAnalysis;
  frame: Frame;
  positions: Buffer;
}

/**
 * Publishes a version and gives the lease back, due again if something newer has arrived.
 * @returns false, and nothing is written, when the lease was lost meanwhile
 */
export async function publishAnalysis(
  sql: Sql,
  lease: Lease,
  analysis: NewAnalysis,
  pauseMs: number,
): Promise<boolean> {
  const { conversationId } = lease;
  const notification: Notification = {
    type: "analysis",
    conversationId,
    version: analysis.version,
  };
  try {
    await sql.begin(async (tx) => {
      const inserted = await tx`
        insert into analyses (conversation_id, version, algorithm, parameters, vote_seq,
          moderation_seq, core, frame, positions)
        values (${conversationId}, ${analysis.version}, ${nameAlgorithm(analysis.core)},
          ${JSON.stringify(analysis.core.algorithm.parameters)}::text::jsonb,
          ${analysis.watermark.voteSeq}, ${analysis.watermark.moderationSeq},
          ${JSON.stringify(analysis.core)}::text::jsonb, ${JSON.stringify(analysis.frame)}::text::jsonb,
          ${analysis.positions})
        on conflict (conversation_id, version) do nothing returning 1`;
      if (inserted.length === 0) throw new LeaseLost();
      await tx`
        update analyses set positions = null
        where conversation_id = ${conversationId} and version < ${analysis.version}
          and positions is not null`;
      await tx`select pg_notify(${NOTIFICATION_CHANNEL}, ${JSON.stringify(notification)})`;
      // Last, for votes wait while this row is locked.
      if (!(await settle(tx, lease, analysis.watermark, pauseMs))) throw new LeaseLost();
    });
    return true;
  } catch (error) {
    if (error instanceof LeaseLost) return false;
    throw error;
  }
}

/** Gives the lease back without a new version, when the newest has seen everything already. */
export async function settle(
  sql: ISql,
  lease: Lease,
  watermark: Watermark,
  pauseMs: number,
): Promise<boolean> {
  const rows = await sql`
    update analysis_queue
    set leased_by = null,
      leased_until = clock_timestamp() + ${pauseMs} * interval '1 millisecond',
      due_at = case when vote_seq > ${watermark.voteSeq}
        or moderation_seq > ${watermark.moderationSeq} then clock_timestamp() end
    where conversation_id = ${lease.conversationId} and leased_by = ${lease.worker}
    returning 1`;
  return rows.length > 0;
}

/** Thins out: the newest 20 stay, then one a minute for an hour, one an hour for 30 days, one a day. */
export async function thinOutAnalyses(sql: Sql, conversationId: number): Promise<void> {
  await sql`
    with aged as (
      select version, row_number() over (order by version desc) > 20 as is_old,
        case when created_at > now() - interval '1 hour' then 'minute'
          when created_at > now() - interval '30 days' then 'hour' else 'day' end as span,
        created_at
      from analyses where conversation_id = ${conversationId}),
    placed as (
      select version, is_old, row_number() over (
        partition by span, date_trunc(span, created_at at time zone 'UTC') order by version) as place
      from aged)
    delete from analyses a using placed p
    where a.conversation_id = ${conversationId} and a.version = p.version
      and p.is_old and p.place > 1`;
}

/** As kept in the column `algorithm`. */
export function nameAlgorithm({ algorithm }: Pick<StoredAnalysis, "algorithm">): string {
  return `${algorithm.profile} ${algorithm.version}`;
}

class LeaseLost extends Error {}
