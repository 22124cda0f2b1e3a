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
  /** Null: they are not kept. */
  positions: Uint8Array | null;
  /** How base clusters voted; null: not kept. */
  clusterVotes: Uint8Array | null;
  /** Earlier versions may say where somebody stood who is gone: none of their positions stay. */
  isAfterDeletion: boolean;
}

/** Whoever has just fetched a version may still ask how people voted in it. */
const VERSIONS_WITH_CLUSTER_VOTES = 5;

/** When the conversation is computed again; nobody begins before `pauseMs`. */
export interface NextRun {
  pauseMs: number;
  /** It is due after so long without anything newer; null: then nothing is wanting. */
  quietMs: number | null;
}

/**
 * Publishes a version and gives the lease back, due again if something newer has arrived.
 * @returns false, and nothing is written, when the lease was lost meanwhile
 */
export async function publishAnalysis(
  sql: Sql,
  lease: Lease,
  analysis: NewAnalysis,
  next: NextRun,
): Promise<boolean> {
  const { conversationId } = lease;
  const isApproximate = analysis.core.approximate;
  const notification: Notification = {
    type: "analysis",
    conversationId,
    version: analysis.version,
  };
  try {
    await sql.begin(async (tx) => {
      const inserted = await tx`
        insert into analyses (conversation_id, version, algorithm, parameters, vote_seq,
          moderation_seq, core, frame, is_approximate, positions, cluster_votes)
        values (${conversationId}, ${analysis.version}, ${nameAlgorithm(analysis.core)},
          ${JSON.stringify(analysis.core.algorithm.parameters)}::text::jsonb,
          ${analysis.watermark.voteSeq}, ${analysis.watermark.moderationSeq},
          ${JSON.stringify(analysis.core)}::text::jsonb, ${JSON.stringify(analysis.frame)}::text::jsonb,
          ${isApproximate}, ${analysis.positions}, ${analysis.clusterVotes})
        on conflict (conversation_id, version) do nothing returning 1`;
      if (inserted.length === 0) throw new LeaseLost();
      await tx`
        update analyses set positions = null
        where conversation_id = ${conversationId} and version < ${analysis.version}
          and positions is not null
          and not (${isApproximate && !analysis.isAfterDeletion} and version is not distinct from (
            select max(version) from analyses
            where conversation_id = ${conversationId} and not is_approximate))`;
      await tx`
        update analyses set cluster_votes = null
        where conversation_id = ${conversationId} and cluster_votes is not null
          and version <= ${analysis.version - VERSIONS_WITH_CLUSTER_VOTES}`;
      await tx`select pg_notify(${NOTIFICATION_CHANNEL}, ${JSON.stringify(notification)})`;
      // Last, for votes wait while this row is locked.
      if (!(await settle(tx, lease, analysis.watermark, next))) throw new LeaseLost();
    });
    return true;
  } catch (error) {
    if (error instanceof LeaseLost) return false;
    throw error;
  }
}

/** Gives the lease back, due at once if something newer than the watermark has arrived. */
export async function settle(
  sql: ISql,
  lease: Lease,
  watermark: Watermark,
  { pauseMs, quietMs }: NextRun,
): Promise<boolean> {
  const rows = await sql`
    update analysis_queue
    set leased_by = null,
      leased_until = clock_timestamp() + ${pauseMs} * interval '1 millisecond',
      due_at = case when vote_seq > ${watermark.voteSeq}
          or moderation_seq > ${watermark.moderationSeq} then clock_timestamp()
        else clock_timestamp() + ${quietMs}::float8 * interval '1 millisecond' end
    where conversation_id = ${lease.conversationId} and leased_by = ${lease.worker}
    returning 1`;
  return rows.length > 0;
}

/**
 * Thins out: the newest 20, the newest that is not approximate and those of published reports stay, then
 * one a minute for an hour, one an hour for 30 days, one a day; of several the first that is not
 * approximate.
 */
export async function thinOutAnalyses(sql: Sql, conversationId: number): Promise<void> {
  await sql`
    with aged as (
      select version, row_number() over (order by version desc) > 20 as is_old,
        case when created_at > now() - interval '1 hour' then 'minute'
          when created_at > now() - interval '30 days' then 'hour' else 'day' end as span,
        created_at, is_approximate
      from analyses where conversation_id = ${conversationId}),
    placed as (
      select version, is_old, row_number() over (
        partition by span, date_trunc(span, created_at at time zone 'UTC')
          order by is_approximate, version) as place
      from aged)
    delete from analyses a using placed p
    where a.conversation_id = ${conversationId} and a.version = p.version
      and p.is_old and p.place > 1
      and p.version is distinct from (
        select max(version) from analyses
        where conversation_id = ${conversationId} and not is_approximate)
      and not exists (
        select from reports r
        where r.conversation_id = ${conversationId} and r.analysis_version = p.version)`;
}

/** As kept in the column `algorithm`. */
export function nameAlgorithm({ algorithm }: Pick<StoredAnalysis, "algorithm">): string {
  return `${algorithm.profile} ${algorithm.version}`;
}

class LeaseLost extends Error {}
