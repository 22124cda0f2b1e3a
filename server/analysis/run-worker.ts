import { randomUUID } from "node:crypto";
import { openDatabase, type Sql } from "@/server/db/client";
import {
  claimDue,
  findNextDue,
  type Lease,
  releaseLease,
  renewLease,
} from "@/server/db/queries/analysis-lease";
import { listen } from "@/server/live/listen";
import { log } from "@/server/log";
import { createAlarm } from "./alarm";
import { type AnalysisTools, analyseConversation } from "./analyse-conversation";
import { type ComputePool, createComputePool } from "./compute-pool";
import { createMemoryStore } from "./memory";

export interface WorkerOptions {
  databaseUrl: string;
  /** Leads to PostgreSQL itself, for LISTEN. */
  directUrl: string;
  signal: AbortSignal;
  /** Conversations computed at once. */
  concurrency?: number;
  leaseMs?: number;
  pollMs?: number;
  minIntervalMs?: number;
  /** Votes kept in memory, all conversations together. */
  maxVotesInMemory?: number;
  pool?: ComputePool;
}

const SLOW_MS = 2000;
const MAX_BACKOFF_MS = 5 * 60_000;
// However many flushes say that something is due, the queue is asked no more often than this.
const MIN_PAUSE_MS = 25;

/**
 * Computes what is due until `signal` aborts, then gives back what it holds.
 * Any number of workers may run on one database; one that is killed loses its lease in 10 s.
 */
export async function runAnalysisWorker(options: WorkerOptions): Promise<void> {
  const { signal, concurrency = 2, leaseMs = 10_000, pollMs = 500 } = options;
  const database = openDatabase(options.databaseUrl, {
    max: 2 * concurrency + 1,
    name: "plenum analysis",
  });
  const pool = options.pool ?? createComputePool(concurrency);
  const tools: AnalysisTools = {
    sql: database.sql,
    url: options.databaseUrl,
    pool,
    minIntervalMs: options.minIntervalMs ?? 500,
  };
  const memories = createMemoryStore(options.maxVotesInMemory ?? 20_000_000);
  const failures = new Map<number, number>();
  const running = new Set<Promise<void>>();
  const worker = `${process.pid}-${randomUUID()}`;
  const alarm = createAlarm(signal);
  const listener = await listen({
    url: options.directUrl,
    name: "plenum analysis listen",
    onNotification: ({ type }) => {
      if (type === "due") alarm.ring();
    },
    onListening: alarm.ring,
  }).catch((error: unknown) => {
    log.warn("The analysis hears no notifications and only polls.", { error });
    return null;
  });

  async function run(lease: Lease): Promise<void> {
    const { conversationId } = lease;
    const memory = memories.take(conversationId);
    const stopRenewing = keepLease(database.sql, lease, leaseMs);
    try {
      const outcome = await analyseConversation(tools, lease, memory);
      memories.put(conversationId, memory);
      failures.delete(conversationId);
      if (outcome.kind === "published" && outcome.runMs > SLOW_MS) {
        log.info("An analysis took long.", { conversationId, ...outcome });
      }
    } catch (error) {
      const count = (failures.get(conversationId) ?? 0) + 1;
      failures.set(conversationId, count);
      const pauseMs = signal.aborted ? 0 : Math.min(1000 * 2 ** (count - 1), MAX_BACKOFF_MS);
      if (!signal.aborted) log.error("An analysis failed.", { conversationId, pauseMs, error });
      await releaseLease(database.sql, lease, pauseMs).catch(() => {}); // it runs out by itself
    } finally {
      stopRenewing();
    }
  }

  async function startOne(): Promise<boolean> {
    const lease = await claimDue(database.sql, { worker, leaseMs });
    if (!lease) return false;
    const task = run(lease).finally(() => {
      running.delete(task);
      alarm.ring();
    });
    running.add(task);
    return true;
  }

  while (!signal.aborted) {
    try {
      while (running.size < concurrency && !signal.aborted) {
        if (!(await startOne())) break;
      }
      const nextMs = running.size < concurrency ? await findNextDue(database.sql) : null;
      await alarm.sleep({ atLeastMs: MIN_PAUSE_MS, atMostMs: Math.min(nextMs ?? pollMs, pollMs) });
    } catch (error) {
      if (signal.aborted) break;
      log.error("The analysis cannot ask the database for work.", { error });
      await alarm.sleep({ atLeastMs: 1000, atMostMs: 1000 });
    }
  }
  await pool.close();
  await Promise.all(running);
  await listener?.close();
  await database.close();
}

/** Renews the lease until the returned function is called. */
function keepLease(sql: Sql, lease: Lease, leaseMs: number): () => void {
  const timer = setInterval(() => {
    renewLease(sql, lease, leaseMs).catch(() => {}); // publishing finds out whether it was lost
  }, leaseMs / 3);
  return () => clearInterval(timer);
}
