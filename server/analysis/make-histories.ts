import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { packStep } from "@/lib/history/pack-step";
import type { Sql } from "@/server/db/client";
import { getQueueCounters, listStatementsForAnalysis } from "@/server/db/queries/analysis-input";
import {
  claimHistory,
  findAnalysisForHistory,
  type HistoryLease,
  keepHistory,
  noteHistoryProgress,
  readVoteHistory,
  releaseHistory,
} from "@/server/db/queries/histories";
import { log } from "@/server/log";
import { createHistoryComputer, type HistoryComputer } from "./history-computer";
import { recallPrevious } from "./recall-previous";

export interface HistoryWork {
  sql: Sql;
  signal: AbortSignal;
  leaseMs: number;
  pollMs: number;
}

const FAILED_PAUSE_MS = 60_000;

/** Makes the histories that people wait for, one at a time, until `signal` aborts. */
export async function makeHistories({ sql, signal, leaseMs, pollMs }: HistoryWork): Promise<void> {
  const worker = `${process.pid}-${randomUUID()}`;
  const computer = createHistoryComputer();
  signal.addEventListener("abort", () => void computer.close());
  while (!signal.aborted) {
    const lease = await claimHistory(sql, { worker, leaseMs }).catch(() => null);
    if (lease) await makeHistory({ sql, computer, lease, leaseMs, signal });
    else await sleep(pollMs, undefined, { signal }).catch(() => {});
  }
  await computer.close();
}

interface Making {
  sql: Sql;
  computer: HistoryComputer;
  lease: HistoryLease;
  leaseMs: number;
  signal: AbortSignal;
}

async function makeHistory({ sql, computer, lease, leaseMs, signal }: Making): Promise<void> {
  const { conversationId } = lease;
  let done = 0;
  const renewing = setInterval(() => {
    noteHistoryProgress(sql, lease, { done, leaseMs }).catch(() => {}); // the next one may get through
  }, 1000);
  try {
    const startedAt = performance.now();
    const asked = await readQuestion(sql, conversationId);
    if (!asked) return await releaseHistory(sql, lease, FAILED_PAUSE_MS);
    signal.throwIfAborted();
    const { version, voteSeq, moderationSeq } = asked;
    const { steps } = await computer.make(asked, (share) => {
      done = share;
    });
    const madeInMs = performance.now() - startedAt;
    await keepHistory(sql, lease, { version, voteSeq, moderationSeq, steps, madeInMs });
  } catch (error) {
    const pauseMs = signal.aborted ? 0 : FAILED_PAUSE_MS;
    if (!signal.aborted) log.error("A history could not be made.", { conversationId, error });
    await releaseHistory(sql, lease, pauseMs).catch(() => {}); // it runs out by itself
  } finally {
    clearInterval(renewing);
  }
}

/** All in one snapshot; null before the first analysis. */
function readQuestion(sql: Sql, conversationId: number) {
  return sql.begin("isolation level repeatable read read only", async (tx) => {
    const newest = await findAnalysisForHistory(tx, conversationId);
    if (!newest) return null;
    const counters = await getQueueCounters(tx, conversationId);
    const { version, voteSeq, moderationSeq, core, frame } = newest;
    const votes = await readVoteHistory(tx, { conversationId, voteSeq });
    // An analysis of before a deletion still counts those who are gone.
    const isCurrent = moderationSeq === counters.moderationSeq;
    const last = votes.at.reduce((latest, at) => Math.max(latest, at), 0);
    return {
      version,
      voteSeq,
      moderationSeq,
      present: isCurrent
        ? packStep({
            ...core,
            frame,
            onMap: core.clustered,
            at: new Date(last).toISOString(),
          })
        : null,
      question: {
        votes,
        statements: await listStatementsForAnalysis(tx, conversationId),
        previous: await recallPrevious(tx, conversationId, counters),
        structure: core.structure,
        includesPresent: !isCurrent,
      },
    };
  });
}
