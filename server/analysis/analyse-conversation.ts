import { readRows, toPreviousAnalysis } from "@/lib/math/previous-analysis";
import type { Sql } from "@/server/db/client";
import type { Watermark } from "@/server/db/queries/analysis-input";
import type { Lease } from "@/server/db/queries/analysis-lease";
import { publishAnalysis, settle, thinOutAnalyses } from "@/server/db/queries/publish-analysis";
import type { ComputePool } from "./compute-pool";
import type { ConversationMemory } from "./memory";
import { packPrevious } from "./pack-previous";
import { readSnapshot } from "./read-snapshot";
import { toStoredAnalysis } from "./to-stored-analysis";

export interface AnalysisTools {
  sql: Sql;
  url: string;
  pool: ComputePool;
  /** At most one analysis begins in this time, however short it is. */
  minIntervalMs: number;
}

export type RunOutcome =
  | { kind: "published"; version: number; runMs: number }
  /** The newest version had seen everything. */
  | { kind: "unchanged" }
  /** Another worker holds the conversation now; the result was thrown away. */
  | { kind: "lost" };

// An analysis that takes long keeps a core busy for half of the time and no more.
const INTERVAL_PER_RUN = 2;

/** Computes and publishes one analysis of a claimed conversation, and gives it back. */
export async function analyseConversation(
  tools: AnalysisTools,
  lease: Lease,
  memory: ConversationMemory,
): Promise<RunOutcome> {
  const { sql, url } = tools;
  const { conversationId } = lease;
  const startedAt = performance.now();
  const snapshot = await readSnapshot({ sql, url, conversationId }, memory);
  const { watermark, newest, previous } = snapshot;
  const readMs = performance.now() - startedAt;
  if (newest && isSame(newest, watermark)) {
    const held = await settle(sql, lease, watermark, tools.minIntervalMs - readMs);
    return { kind: held ? "unchanged" : "lost" };
  }
  const analysis = await tools.pool.compute({
    input: { votes: memory.ledger.toMatrix(), statements: snapshot.statements, profile: "polis" },
    previous,
  });
  const next = toPreviousAnalysis(
    { frame: analysis.frame, rows: readRows(analysis) },
    previous ?? undefined,
  );
  const version = (newest?.version ?? 0) + 1;
  const runMs = performance.now() - startedAt;
  const published = await publishAnalysis(
    sql,
    lease,
    {
      version,
      watermark,
      core: toStoredAnalysis(analysis),
      frame: analysis.frame,
      positions: packPrevious(next),
    },
    Math.max(tools.minIntervalMs, INTERVAL_PER_RUN * runMs) - runMs,
  );
  if (!published) return { kind: "lost" };
  memory.previous = { version, value: next };
  await thinOutAnalyses(sql, conversationId);
  return { kind: "published", version, runMs };
}

function isSame(a: Watermark, b: Watermark): boolean {
  return a.voteSeq === b.voteSeq && a.moderationSeq === b.moderationSeq;
}
