import type { PreviousAnalysis } from "@/lib/math/previous-analysis";
import { createVoteLedger, type VoteLedger } from "@/lib/math/vote-ledger";

/** What a worker knows of a conversation between two analyses; all of it can be read again. */
export interface ConversationMemory {
  ledger: VoteLedger;
  /** The ledger holds every vote up to here; null before the first load. */
  seenSeq: number | null;
  /** Participants whose votes are kept out of the ledger. */
  excluded: Set<number>;
  /** What the next frame follows from, with the version it belongs to. */
  previous: { version: number; value: PreviousAnalysis } | null;
}

export function createConversationMemory(): ConversationMemory {
  return { ledger: createVoteLedger(), seenSeq: null, excluded: new Set(), previous: null };
}

export interface MemoryStore {
  /** Takes it out, so that a run that fails half-way leaves nothing behind. */
  take(conversationId: number): ConversationMemory;
  put(conversationId: number, memory: ConversationMemory): void;
}

/** Keeps the conversations used last, up to `maxVotes` votes together. */
export function createMemoryStore(maxVotes: number): MemoryStore {
  const kept = new Map<number, ConversationMemory>();

  function forgetOldest(): void {
    let votes = 0;
    for (const memory of kept.values()) votes += memory.ledger.count;
    for (const [id, memory] of kept) {
      if (votes <= maxVotes) return;
      kept.delete(id);
      votes -= memory.ledger.count;
    }
  }

  return {
    take(conversationId) {
      const memory = kept.get(conversationId) ?? createConversationMemory();
      kept.delete(conversationId);
      return memory;
    },
    put(conversationId, memory) {
      kept.set(conversationId, memory);
      forgetOldest();
    },
  };
}
