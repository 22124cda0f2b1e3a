import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { openDatabase, type Sql } from "@/server/db/client";
import { claimDue, findNextDue } from "@/server/db/queries/analysis-lease";
import { type Listener, listen } from "@/server/live/listen";
import { log } from "@/server/log";
import { type Alarm, createAlarm } from "./alarm";
import { type ComputePool, createComputePool } from "./compute-pool";
import { type ConversationRunner, createConversationRunner } from "./conversation-runner";
import { makeHistories } from "./make-histories";
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
  /** For conversations that are kept between two analyses, all together. */
  maxBytesInMemory?: number;
  pool?: ComputePool;
}

// However many flushes say that something is due, the queue is asked no more often than this.
const MIN_PAUSE_MS = 25;
const OUTAGE_PAUSE_MS = 1000;
// Two conversations of a million people, or ten thousand of a hundred.
const MAX_BYTES_IN_MEMORY = 1_000_000_000;

/**
 * Computes what is due until `signal` aborts, then gives back what it holds.
 * Any number of workers may run on one database; one that is killed loses its lease in 10 s.
 */
export async function runAnalysisWorker(options: WorkerOptions): Promise<void> {
  const { databaseUrl: url, signal, concurrency = 2, leaseMs = 10_000, pollMs = 500 } = options;
  const database = openDatabase(url, { max: 2 * concurrency + 3, name: "plenum analysis" });
  const { sql } = database;
  const pool = options.pool ?? createComputePool(concurrency);
  const alarm = createAlarm(signal);
  const listener = await listenForDue(options.directUrl, alarm);
  const run = createConversationRunner({
    tools: {
      sql,
      url,
      pool,
      memories: createMemoryStore(pool, options.maxBytesInMemory ?? MAX_BYTES_IN_MEMORY),
      minIntervalMs: options.minIntervalMs ?? 500,
    },
    leaseMs,
    signal,
  });
  const running = new Set<Promise<void>>();
  const histories = makeHistories({ sql, signal, leaseMs, pollMs });
  await takeWork({ sql, alarm, run, running, concurrency, leaseMs, pollMs, signal });
  await pool.close();
  await Promise.all([...running, histories]);
  await listener?.close();
  await database.close();
}

async function listenForDue(url: string, alarm: Alarm): Promise<Listener | null> {
  try {
    return await listen({
      url,
      name: "plenum analysis listen",
      onNotification: ({ type }) => {
        if (type === "due") alarm.ring();
      },
      onListening: alarm.ring,
    });
  } catch (error) {
    log.warn("The analysis hears no notifications and only polls.", { error });
    return null;
  }
}

interface Work {
  sql: Sql;
  alarm: Alarm;
  run: ConversationRunner;
  running: Set<Promise<void>>;
  concurrency: number;
  leaseMs: number;
  pollMs: number;
  signal: AbortSignal;
}

async function takeWork(work: Work): Promise<void> {
  const { sql, alarm, running, concurrency, pollMs, signal } = work;
  const worker = `${process.pid}-${randomUUID()}`;
  while (!signal.aborted) {
    try {
      while (running.size < concurrency && !signal.aborted) {
        if (!(await startNext(work, worker))) break;
      }
      const nextMs = running.size < concurrency ? await findNextDue(sql) : null;
      await alarm.sleep({ atLeastMs: MIN_PAUSE_MS, atMostMs: Math.min(nextMs ?? pollMs, pollMs) });
    } catch (error) {
      if (signal.aborted) return;
      log.error("The analysis cannot ask the database for work.", { error });
      await sleep(OUTAGE_PAUSE_MS, undefined, { signal }).catch(() => {});
    }
  }
}

async function startNext(
  { sql, alarm, run, running, leaseMs }: Work,
  worker: string,
): Promise<boolean> {
  const lease = await claimDue(sql, { worker, leaseMs });
  if (!lease) return false;
  const task = run(lease).finally(() => {
    running.delete(task);
    alarm.ring();
  });
  running.add(task);
  return true;
}
