import postgres, { type ISql, type PendingQuery, type Row } from "postgres";
import type { Sql } from "@/server/db/client";

export interface Lease {
  conversationId: number;
  worker: string;
}

const LOCK_NOT_AVAILABLE = "55P03";
const PATIENCE_MS = 200;

interface Claimant {
  worker: string;
  leaseMs: number;
}

/**
 * Takes a conversation that is due; null when there is none to be had now.
 * Skips rows that another holds, as every flush of votes does for a moment. Where votes come without
 * a pause that would be always: then it waits in line, but not for long, for others may come due.
 */
export async function claimDue(sql: Sql, claimant: Claimant): Promise<Lease | null> {
  const free = await claim(sql, claimant, sql`for update skip locked`);
  if (free) return free;
  const nextMs = await findNextDue(sql);
  return nextMs !== null && nextMs <= 0 ? claimInLine(sql, claimant) : null;
}

async function claimInLine(sql: Sql, claimant: Claimant): Promise<Lease | null> {
  try {
    return await sql.begin(async (tx) => {
      await tx`select set_config('lock_timeout', ${`${PATIENCE_MS}ms`}, true)`;
      return claim(tx, claimant, tx``);
    });
  } catch (error) {
    if (error instanceof postgres.PostgresError && error.code === LOCK_NOT_AVAILABLE) return null;
    throw error;
  }
}

async function claim(
  sql: ISql,
  { worker, leaseMs }: Claimant,
  locking: PendingQuery<Row[]>,
): Promise<Lease | null> {
  const [row] = await sql<{ conversationId: number }[]>`
    update analysis_queue
    set leased_by = ${worker}, leased_until = clock_timestamp() + ${leaseMs} * interval '1 millisecond'
    where conversation_id = (
        select conversation_id from analysis_queue
        where due_at <= now() and (leased_until is null or leased_until <= now())
        order by due_at limit 1 ${locking})
      and due_at <= now() and (leased_until is null or leased_until <= now())
    returning conversation_id as "conversationId"`;
  return row ? { conversationId: row.conversationId, worker } : null;
}

/** Milliseconds until the next conversation may be claimed; null when none is due. */
export async function findNextDue(sql: Sql): Promise<number | null> {
  const [row] = await sql<{ waitMs: number | null }[]>`
    select extract(epoch from min(greatest(due_at, leased_until)) - clock_timestamp())::float8 * 1000
      as "waitMs"
    from analysis_queue where due_at is not null`;
  return row?.waitMs ?? null;
}

/** Says whether the lease is still held, for `leaseMs` from now. */
export async function renewLease(sql: Sql, lease: Lease, leaseMs: number): Promise<boolean> {
  const rows = await sql`
    update analysis_queue set leased_until = clock_timestamp() + ${leaseMs} * interval '1 millisecond'
    where conversation_id = ${lease.conversationId} and leased_by = ${lease.worker}
    returning 1`;
  return rows.length > 0;
}

/** Gives a conversation back undone; nobody begins it again for `pauseMs`. */
export async function releaseLease(sql: Sql, lease: Lease, pauseMs: number): Promise<void> {
  await sql`
    update analysis_queue
    set leased_by = null, leased_until = clock_timestamp() + ${pauseMs} * interval '1 millisecond'
    where conversation_id = ${lease.conversationId} and leased_by = ${lease.worker}`;
}
