import type { CarriedCertainty } from "@/lib/math/certainty/certainty";
import type { ComputePool } from "./compute-pool";
import type { CompleteRun } from "./plan-run";

/** What outlives the votes of a conversation, for to compute it anew takes longer than to read them. */
export interface KnownCertainty {
  lastComplete: CompleteRun;
  /** By the letters of the newest analysis. */
  certainty: CarriedCertainty;
  /** Participants who had been deleted by then. */
  deletionSeq: number;
}

/** What a worker knows of a conversation whose votes its pool holds; all of it can be read again. */
export interface ConversationMemory extends KnownCertainty {
  /** The pool holds every vote up to here. */
  seenSeq: number;
  /** Participants whose votes are kept out. */
  excluded: ReadonlySet<number>;
  /** The version that the pool's last analysis became; null when it became none. */
  version: number | null;
  /** What the votes and all that is kept with them take. */
  bytes: number;
}

export interface MemoryStore {
  /** Takes it out; null when the votes are to be read, for which it then makes room. */
  take(conversationId: number): ConversationMemory | null;
  put(conversationId: number, memory: ConversationMemory): void;
  /** What was known last, also where the votes are to be read. */
  recall(conversationId: number): KnownCertainty | null;
  /** After a run that failed half-way, of which nothing may be left. */
  forget(conversationId: number): void;
  /** Forgets others until so much fits in, as far as there are others. */
  makeRoom(bytes: number): void;
}

// A few hundred bytes each.
const MAX_CERTAINTIES = 10_000;

/**
 * Keeps the conversations used last, up to `maxBytes` together; one that takes more is kept alone.
 * Those taken out are being analysed and stay, but they count.
 */
export function createMemoryStore(
  pool: Pick<ComputePool, "holds" | "forget">,
  maxBytes: number,
): MemoryStore {
  const kept = new Map<number, ConversationMemory>();
  const taken = new Map<number, number>();
  const certainties = new Map<number, KnownCertainty>();

  function forget(conversationId: number): void {
    kept.delete(conversationId);
    taken.delete(conversationId);
    pool.forget(conversationId);
  }

  function remember(conversationId: number, known: KnownCertainty): void {
    certainties.delete(conversationId); // the newest goes last
    const { lastComplete, certainty, deletionSeq } = known;
    certainties.set(conversationId, { lastComplete, certainty, deletionSeq });
    const oldest = certainties.size > MAX_CERTAINTIES && certainties.keys().next().value;
    if (oldest) certainties.delete(oldest);
  }

  function countBytes(): number {
    let sum = 0;
    for (const { bytes } of kept.values()) sum += bytes;
    for (const bytes of taken.values()) sum += bytes;
    return sum;
  }

  function makeRoom(bytes: number, spared?: number): void {
    let excess = countBytes() + bytes - maxBytes;
    for (const [id, memory] of kept) {
      if (excess <= 0) return;
      if (id === spared) continue;
      forget(id);
      excess -= memory.bytes;
    }
  }

  return {
    take(conversationId) {
      const memory = kept.get(conversationId);
      if (!memory || !pool.holds(conversationId)) {
        forget(conversationId);
        return null;
      }
      kept.delete(conversationId);
      taken.set(conversationId, memory.bytes);
      return memory;
    },
    put(conversationId, memory) {
      taken.delete(conversationId);
      kept.delete(conversationId);
      kept.set(conversationId, memory);
      remember(conversationId, memory);
      makeRoom(0, conversationId);
    },
    recall: (conversationId) => certainties.get(conversationId) ?? null,
    forget,
    makeRoom: (bytes) => makeRoom(bytes),
  };
}
