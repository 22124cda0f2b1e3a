import type { Sql } from "@/server/db/client";
import { type Lease, releaseLease, renewLease } from "@/server/db/queries/analysis-lease";
import { log } from "@/server/log";
import { type AnalysisTools, analyseConversation } from "./analyse-conversation";

const SLOW_MS = 2000;
const FIRST_BACKOFF_MS = 1000;
const MAX_BACKOFF_MS = 5 * 60_000;

/** Runs the analysis of a claimed conversation; it never throws, whatever happens to that one. */
export type ConversationRunner = (lease: Lease) => Promise<void>;

/**
 * Keeps the lease while it computes. After an error the conversation is left alone for a while,
 * twice as long each time; after an abort another worker may take it at once.
 */
export function createConversationRunner(options: {
  tools: AnalysisTools;
  leaseMs: number;
  signal: AbortSignal;
}): ConversationRunner {
  const { tools, leaseMs, signal } = options;
  const failures = new Map<number, number>();

  async function giveBack(lease: Lease, error: unknown): Promise<void> {
    const { conversationId } = lease;
    let pauseMs = 0;
    if (!signal.aborted) {
      const count = failures.get(conversationId) ?? 0;
      failures.set(conversationId, count + 1);
      pauseMs = Math.min(FIRST_BACKOFF_MS * 2 ** count, MAX_BACKOFF_MS);
      log.error("An analysis failed.", { conversationId, pauseMs, error });
    }
    await releaseLease(tools.sql, lease, pauseMs).catch(() => {}); // it runs out by itself
  }

  return async (lease) => {
    const { conversationId } = lease;
    const stopRenewing = keepLease(tools.sql, lease, leaseMs);
    try {
      const outcome = await analyseConversation(tools, lease);
      failures.delete(conversationId);
      if (outcome.kind === "published" && outcome.runMs > SLOW_MS) {
        log.info("An analysis took long.", { conversationId, ...outcome });
      }
    } catch (error) {
      tools.memories.forget(conversationId);
      await giveBack(lease, error);
    } finally {
      stopRenewing();
    }
  };
}

/** Renews the lease until the returned function is called. */
function keepLease(sql: Sql, lease: Lease, leaseMs: number): () => void {
  const timer = setInterval(() => {
    renewLease(sql, lease, leaseMs).catch(() => {}); // publishing finds out whether it was lost
  }, leaseMs / 3);
  return () => clearInterval(timer);
}
