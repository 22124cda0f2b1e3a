import type { Sql } from "@/server/db/client";
import type { Lease } from "@/server/db/queries/analysis-lease";
import { publishAnalysis, settle, thinOutAnalyses } from "@/server/db/queries/publish-analysis";
import type { ComputePool } from "./compute-pool";
import type { AnalysisResult } from "./held-conversations";
import type { MemoryStore } from "./memory";
import { type CompleteRun, planRun, quietMs, restMs } from "./plan-run";
import { readSnapshot, type Snapshot } from "./read-snapshot";

export interface AnalysisTools {
  sql: Sql;
  url: string;
  pool: ComputePool;
  memories: MemoryStore;
  /** At most one analysis begins in this time, however short it is. */
  minIntervalMs: number;
}

export type RunOutcome =
  | { kind: "published"; version: number; runMs: number; computeMs: number; isComplete: boolean }
  /** The newest version had seen everything. */
  | { kind: "unchanged" }
  /** Another worker holds the conversation now; the result was thrown away. */
  | { kind: "lost" };

// Where everybody stands is written with every complete version, but with an approximate one only
// while it is small: it serves a worker that starts anew, and the last complete one does as well.
const SMALL_POSITIONS_BYTES = 1_000_000;

/** Computes and publishes one analysis of a claimed conversation, and gives it back. */
export async function analyseConversation(tools: AnalysisTools, lease: Lease): Promise<RunOutcome> {
  const { sql, url, pool, memories } = tools;
  const { conversationId } = lease;
  const startedAt = performance.now();
  const memory = memories.take(conversationId);
  const known = memories.recall(conversationId);
  const lastComplete = known?.lastComplete ?? null;
  const snapshot = await readSnapshot({
    sql,
    url,
    conversationId,
    memory,
    certainty: known?.certainty ?? null,
    plan: (seen) => planRun({ ...seen, lastComplete, nowMs: startedAt }),
    beforeLoading: memories.makeRoom,
  });
  if (!snapshot.question) {
    if (memory) memories.put(conversationId, memory);
    const pauseMs = tools.minIntervalMs - (performance.now() - startedAt);
    const held = await settle(sql, lease, snapshot.watermark, { pauseMs, quietMs: null });
    return { kind: held ? "unchanged" : "lost" };
  }
  const askedAt = performance.now();
  const result = await pool.analyse(snapshot.question);
  const waitedMs = performance.now() - askedAt - result.computeMs;
  const complete = result.core.approximate ? lastComplete! : noteComplete(snapshot, result);
  const runMs = performance.now() - startedAt;
  const version = (snapshot.newest?.version ?? 0) + 1;
  const published = await publish(tools, lease, {
    snapshot,
    result,
    version,
    complete,
    runMs,
    waitedMs,
    isAfterDeletion: snapshot.watermark.deletionSeq !== (known?.deletionSeq ?? 0),
  });
  memories.put(conversationId, {
    seenSeq: snapshot.watermark.voteSeq,
    excluded: snapshot.excluded,
    version: published ? version : null,
    lastComplete: complete,
    certainty: result.certainty,
    deletionSeq: snapshot.watermark.deletionSeq,
    bytes: result.bytes,
  });
  if (!published) return { kind: "lost" };
  await thinOutAnalyses(sql, conversationId);
  const { computeMs } = result;
  return { kind: "published", version, runMs, computeMs, isComplete: !result.core.approximate };
}

interface Run {
  snapshot: Snapshot;
  result: AnalysisResult;
  version: number;
  /** The last complete one, which may be this. */
  complete: CompleteRun;
  runMs: number;
  /** Of these, how long it stood in line for a thread. */
  waitedMs: number;
  /** Somebody was deleted since this process computed one, or may have been. */
  isAfterDeletion: boolean;
}

function noteComplete({ watermark }: Snapshot, { computeMs }: AnalysisResult): CompleteRun {
  return { atMs: performance.now(), computeMs, voteSeq: watermark.voteSeq };
}

function publish({ sql, minIntervalMs }: AnalysisTools, lease: Lease, run: Run): Promise<boolean> {
  const { core, frame, positions, clusterVotes, computeMs } = run.result;
  const rest = restMs({
    isComplete: !core.approximate,
    hasReadAll: run.snapshot.question?.votes !== null,
    busyMs: run.runMs - run.waitedMs,
    computeMs,
  });
  const isSmall = positions.length <= SMALL_POSITIONS_BYTES;
  const keepsPositions = !core.approximate || isSmall || run.isAfterDeletion;
  return publishAnalysis(
    sql,
    lease,
    {
      version: run.version,
      watermark: run.snapshot.watermark,
      core,
      frame,
      positions: keepsPositions ? positions : null,
      clusterVotes,
      isAfterDeletion: run.isAfterDeletion,
    },
    {
      pauseMs: Math.max(minIntervalMs - run.runMs, rest),
      quietMs: core.approximate ? quietMs(run.complete) : null,
    },
  );
}
