import type { SessionEvent } from "@/lib/schemas/live-session";
import type { Database } from "@/server/db/client";
import { findPublishedSession } from "@/server/db/queries/live-sessions";
import type { Live } from "@/server/live/live";
import { isOpen } from "@/server/services/votes/assert-open";
import { toSessionEvent } from "./to-session-event";

const MAX_AGE_MS = 1_000;
const MAX_ENTRIES = 1_000;

/** What is on stage, for all who ask at once: two thousand phones cost one question. */
export interface PublishedSessions {
  /** At most a second old, and never older than what was heard; null without a live session so far. */
  get(conversationId: number): Promise<SessionEvent | null>;
  /** As old as `get`. */
  isRunning(conversationId: number): Promise<boolean>;
  close(): void;
}

export function createPublishedSessions(options: {
  db: Database;
  live: Pick<Live, "onEvent">;
  nowMs?: () => number;
}): PublishedSessions {
  const { db, live, nowMs = () => performance.now() } = options;
  const kept = new Map<number, { loadedAtMs: number; loading: Promise<Loaded | null> }>();
  const stopListening = live.onEvent(({ conversationId }) => kept.delete(conversationId));

  function read(conversationId: number): Promise<Loaded | null> {
    const found = kept.get(conversationId);
    if (found && nowMs() - found.loadedAtMs < MAX_AGE_MS) return found.loading;
    const loading = load(db, conversationId);
    const entry = { loadedAtMs: nowMs(), loading };
    kept.delete(conversationId); // the newest goes last
    kept.set(conversationId, entry);
    const oldest = kept.size > MAX_ENTRIES ? kept.keys().next().value : undefined;
    if (oldest !== undefined) kept.delete(oldest);
    loading.catch(() => {
      if (kept.get(conversationId) === entry) kept.delete(conversationId);
    });
    return loading;
  }

  return {
    get: async (conversationId) => (await read(conversationId))?.event ?? null,
    isRunning: async (conversationId) => (await read(conversationId))?.isRunning ?? false,
    close() {
      stopListening();
      kept.clear();
    },
  };
}

interface Loaded {
  event: SessionEvent;
  isRunning: boolean;
}

async function load(db: Database, conversationId: number): Promise<Loaded | null> {
  const row = await findPublishedSession(db, conversationId);
  if (!row) return null;
  const takesVotes = isOpen(row.conversation, new Date());
  const event = toSessionEvent({ ...row, isOpen: row.isOpen && takesVotes });
  return { event, isRunning: row.isRunning };
}
