import { sql } from "drizzle-orm";
import type { TransactionSql } from "postgres";
import type { VoteHistory } from "@/lib/history/vote-history";
import type { Frame, StoredAnalysis } from "@/lib/schemas/analysis";
import type { Queryable, Sql } from "@/server/db/client";

export interface KnownHistory {
  /** The newest analysis; null without one. */
  newest: number | null;
  /** The analysis that the kept history ends with; null when none is kept. */
  version: number | null;
  /** Its answer, compressed by gzip. */
  steps: Buffer | null;
  /** Whether it is old enough to be made anew, and something has changed since. */
  isStale: boolean;
  /** 0..1 of the one that is being made */
  done: number;
}

// Whoever looks at a live conversation's past does not miss the last minute, which the page adds; and
// making histories takes one core for one twentieth of the time at most.
const FRESH_MS = 60_000;
const FRESH_PER_MAKING = 20;

/** What is kept of a conversation's history. */
export async function findHistory(tx: Queryable, conversationId: number): Promise<KnownHistory> {
  const [row] = await tx.execute<KnownHistory & Record<string, unknown>>(sql`
    select (select max(version) from analyses where conversation_id = ${conversationId}) as newest,
      h.version, h.steps, coalesce(h.done, 0)::float8 as done,
      coalesce((q.vote_seq > h.vote_seq or q.moderation_seq > h.moderation_seq)
        and h.made_at + greatest(${FRESH_MS}::int, ${FRESH_PER_MAKING}::int * h.made_in_ms)
          * interval '1 millisecond' < now(), false) as "isStale"
    from analysis_queue q left join conversation_histories h using (conversation_id)
    where q.conversation_id = ${conversationId}`);
  return row!;
}

/** Asks a worker for a history; however many ask, it is made once. */
export async function requestHistory(tx: Queryable, conversationId: number): Promise<void> {
  await tx.execute(sql`
    insert into conversation_histories as h (conversation_id, requested_at)
    values (${conversationId}, now())
    on conflict (conversation_id) do update set requested_at = now()
    where h.requested_at is null`);
}

export interface HistoryLease {
  conversationId: number;
  worker: string;
}

/** Takes a history that somebody waits for and nobody makes; null when there is none. */
export async function claimHistory(
  db: Sql,
  { worker, leaseMs }: { worker: string; leaseMs: number },
): Promise<HistoryLease | null> {
  const [row] = await db<{ conversationId: number }[]>`
    update conversation_histories
    set leased_by = ${worker}, done = 0,
      leased_until = clock_timestamp() + ${leaseMs} * interval '1 millisecond'
    where conversation_id = (
      select conversation_id from conversation_histories
      where requested_at is not null and (leased_until is null or leased_until <= now())
      order by requested_at limit 1 for update skip locked)
    returning conversation_id as "conversationId"`;
  return row ? { conversationId: row.conversationId, worker } : null;
}

/** Keeps the lease for `leaseMs` from now, and tells how far it is. */
export async function noteHistoryProgress(
  db: Sql,
  { conversationId, worker }: HistoryLease,
  { done, leaseMs }: { done: number; leaseMs: number },
): Promise<void> {
  await db`
    update conversation_histories
    set done = ${done}, leased_until = clock_timestamp() + ${leaseMs} * interval '1 millisecond'
    where conversation_id = ${conversationId} and leased_by = ${worker}`;
}

export interface NewHistory {
  version: number;
  voteSeq: number;
  moderationSeq: number;
  steps: Uint8Array;
  madeInMs: number;
}

/**
 * Keeps a history in place of the one before.
 * @returns false when the lease was lost, or somebody in it has had their votes deleted meanwhile
 */
export async function keepHistory(
  db: Sql,
  { conversationId, worker }: HistoryLease,
  { version, voteSeq, moderationSeq, steps, madeInMs }: NewHistory,
): Promise<boolean> {
  const rows = await db`
    update conversation_histories
    set version = ${version}, vote_seq = ${voteSeq}, moderation_seq = ${moderationSeq},
      steps = ${steps}, made_at = now(), made_in_ms = ${Math.round(madeInMs)},
      requested_at = null, done = 0, leased_by = null, leased_until = null
    where conversation_id = ${conversationId} and leased_by = ${worker}
    returning 1`;
  return rows.length > 0;
}

/** Gives a history back unmade; nobody begins it again for `pauseMs`. */
export async function releaseHistory(
  db: Sql,
  { conversationId, worker }: HistoryLease,
  pauseMs: number,
): Promise<void> {
  await db`
    update conversation_histories
    set leased_by = null, leased_until = clock_timestamp() + ${pauseMs} * interval '1 millisecond'
    where conversation_id = ${conversationId} and leased_by = ${worker}`;
}

/** The analysis that a history ends with. */
export async function findAnalysisForHistory(tx: TransactionSql, conversationId: number) {
  const [row] = await tx<
    {
      version: number;
      voteSeq: number;
      moderationSeq: number;
      core: StoredAnalysis;
      frame: Frame;
    }[]
  >`
    select version, vote_seq as "voteSeq", moderation_seq as "moderationSeq", core, frame
    from analyses where conversation_id = ${conversationId}
    order by version desc limit 1`;
  return row ?? null;
}

const CHUNK_ROWS = 10_000;
const WITHDRAWN = 2;

/** Every vote up to a watermark in the order in which they came, but for those of the excluded. */
export async function readVoteHistory(
  tx: TransactionSql,
  { conversationId, voteSeq }: { conversationId: number; voteSeq: number },
): Promise<VoteHistory> {
  const [counted] = await tx<{ votes: number }[]>`
    select count(*)::int as votes from votes
    where conversation_id = ${conversationId} and vote_seq <= ${voteSeq}`;
  const most = counted!.votes;
  const participants = new Int32Array(most);
  const statements = new Int32Array(most);
  const values = new Int8Array(most);
  const at = new Float64Array(most);
  let length = 0;
  await tx<{ participant: number; statement: number; value: number | null; at: number }[]>`
    select v.participant_id as participant, v.statement_id as statement, v.value,
      (extract(epoch from v.at) * 1000)::float8 as at
    from votes v
    where v.conversation_id = ${conversationId} and v.vote_seq <= ${voteSeq}
      and v.participant_id not in (
        select id from participants
        where conversation_id = ${conversationId} and excluded_at is not null)
    order by v.vote_seq`.cursor(CHUNK_ROWS, (rows) => {
    for (const row of rows) {
      participants[length] = row.participant;
      statements[length] = row.statement;
      values[length] = row.value ?? WITHDRAWN;
      at[length] = row.at;
      length++;
    }
  });
  return {
    participants: participants.slice(0, length),
    statements: statements.slice(0, length),
    values: values.slice(0, length),
    at: at.slice(0, length),
  };
}
