/** What happened in a conversation; a hint to read the database, never the data itself. */
export type LiveEvent =
  | { type: "analysis"; conversationId: number; version: number }
  | { type: "statements"; conversationId: number }
  | { type: "conversation"; conversationId: number }
  | { type: "session"; conversationId: number; number: number };

/** Hears what other processes publish with NOTIFY. */
export interface Live {
  /** Registers at once, before the first `next()`, so that nothing between is lost. */
  subscribe(conversationId: number, options: { signal: AbortSignal }): AsyncIterable<LiveEvent>;
  /** Calls back for every event of every conversation; returns the function that stops it. */
  onEvent(listener: (event: LiveEvent) => void): () => void;
  close(): Promise<void>;
}
