/** Answers that are made once and kept for whoever asks next. */
export interface Kept<Value> {
  /** What is kept under the key, or what `make` gives; an error is told, not kept. */
  get(key: string, make: () => Promise<Value>): Promise<Value>;
}

/** Keeps the answers that were asked for last, up to `maxEntries`. */
export function keepLatest<Value>(maxEntries: number): Kept<Value> {
  const kept = new Map<string, Promise<Value>>();
  return {
    get(key, make) {
      const known = kept.get(key);
      kept.delete(key);
      const entry = known ?? make();
      kept.set(key, entry);
      // An error is told to whoever asked, and asked for again the next time.
      if (!known) entry.catch(() => kept.delete(key));
      for (const oldest of kept.keys()) {
        if (kept.size <= maxEntries) break;
        kept.delete(oldest);
      }
      return entry;
    },
  };
}
