import { listen } from "./listen";
import type { Live, LiveEvent } from "./live";
import { observeConversations } from "./observe-conversations";
import { createWatchList } from "./watch-list";

const POLL_MS = 2000;

/**
 * Hears NOTIFY on a connection of its own; `url` must lead to PostgreSQL itself, not to a
 * transaction pooler. NOTIFY is only a hint: what it misses, a poll of the conversations that have
 * subscribers finds within two seconds.
 * @throws when the first connection cannot be had
 */
export async function createLive(options: { url: string; pollMs?: number }): Promise<Live> {
  const { url, pollMs = POLL_MS } = options;
  const watchList = createWatchList();
  const listeners = new Set<(event: LiveEvent) => void>();
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  function tellListeners(event: LiveEvent): void {
    for (const callback of listeners) callback(event);
  }

  const listener = await listen({
    url,
    name: "plenum live",
    onNotification: (notification) => {
      if (notification.type === "due") return;
      if (watchList.hear(notification)) tellListeners(notification);
    },
    onListening: () => schedulePoll(0),
  });

  function schedulePoll(delayMs: number): void {
    clearTimeout(timer);
    if (isClosed || watchList.ids().length === 0) return;
    timer = setTimeout(() => {
      poll()
        .catch(() => {}) // the database is away; the next poll tells what was missed
        .finally(() => schedulePoll(pollMs));
    }, delayMs);
  }

  async function poll(): Promise<void> {
    for (const row of await observeConversations(listener.sql, watchList.ids())) {
      watchList.observe(row).forEach(tellListeners);
    }
  }

  return {
    subscribe(conversationId, { signal }) {
      const isFirst = !watchList.ids().includes(conversationId);
      const events = watchList.subscribe(conversationId, signal);
      if (isFirst) schedulePoll(0);
      return events;
    },
    onEvent(callback) {
      listeners.add(callback);
      return () => listeners.delete(callback);
    },
    async close() {
      isClosed = true;
      clearTimeout(timer);
      watchList.close();
      await listener.close();
    },
  };
}
