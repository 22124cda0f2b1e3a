import type { AnalysisQuestion, AnalysisResult } from "./held-conversations";
import { type ComputeThread, startComputeThread } from "./start-compute-thread";

export interface ComputePool {
  /** Whether the conversation's votes are where they can be analysed without being read again. */
  holds(conversationId: number): boolean;
  /** Takes over the arrays of the question. When it fails the votes are not held any more. */
  analyse(question: AnalysisQuestion): Promise<AnalysisResult>;
  forget(conversationId: number): void;
  close(): Promise<void>;
}

// A thread that holds more is left to it while another can be started.
const LIGHT_BYTES = 64_000_000;
// Up to about half a million votes, read again in a quarter of a second.
const MOVABLE_BYTES = 8_000_000;

/**
 * Up to `size` threads that compute, so that however long it takes the process renews its leases,
 * hears and ends when it is told to. A conversation stays with the thread that has its votes; a small
 * one that would have to wait there goes to another.
 */
export function createComputePool(size: number): ComputePool {
  const threads = new Set<ComputeThread>();
  let isClosed = false;

  function startThread(): ComputeThread {
    const thread = startComputeThread(() => threads.delete(thread));
    threads.add(thread);
    return thread;
  }

  function findHolder(conversationId: number): ComputeThread | undefined {
    return [...threads].find(({ held }) => held.has(conversationId));
  }

  function isAnotherFree(holder: ComputeThread): boolean {
    return (
      threads.size < size || [...threads].some((other) => other !== holder && other.waiting === 0)
    );
  }

  function chooseThread(): ComputeThread {
    const [lightest] = [...threads].sort(
      (a, b) => a.waiting - b.waiting || countBytes(a) - countBytes(b),
    );
    const isLight = lightest && lightest.waiting === 0 && countBytes(lightest) < LIGHT_BYTES;
    return lightest && (isLight || threads.size >= size) ? lightest : startThread();
  }

  // Loading the code takes a thread a second at most; the first analysis need not wait for it.
  startThread();
  return {
    holds(conversationId) {
      const holder = findHolder(conversationId);
      if (!holder) return false;
      const isMovable = (holder.held.get(conversationId) ?? 0) < MOVABLE_BYTES;
      return holder.waiting === 0 || !isMovable || !isAnotherFree(holder);
    },
    async analyse(question) {
      if (isClosed) throw new Error("The threads are closed.");
      const holder = findHolder(question.conversationId);
      if (!question.votes && holder) return holder.analyse(question);
      holder?.forget(question.conversationId);
      return chooseThread().analyse(question);
    },
    forget(conversationId) {
      findHolder(conversationId)?.forget(conversationId);
    },
    async close() {
      isClosed = true;
      await Promise.all([...threads].map((thread) => thread.terminate()));
    },
  };
}

function countBytes({ held }: ComputeThread): number {
  let sum = 0;
  for (const bytes of held.values()) sum += bytes;
  return sum;
}
