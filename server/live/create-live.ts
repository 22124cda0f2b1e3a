import type { Notification } from "@/lib/schemas/notification";
import { listen } from "./listen";
import type { Live, LiveEvent } from "./live";
import { createSubscriber, type Subscriber } from "./subscriber";

const POLL_MS = 2000;

interface Watched {
  subscribers: Set<Subscriber>;
  /** What its subscribers were told last; null until read. */
  known: { version: number; moderationSeq: number; conversation: string } | null;
  /** Heard by NOTIFY since the last poll, which need not repeat it. */
  heard: Set<LiveEvent["type"]>;
}

interface Observed {
  conversationId: number;
  version: number | null;
  moderationSeq: number;
  conversation: string;
}

/**
 * Hears NOTIFY on a connection of its own; `url` must lead to PostgreSQL itself, not to a
 * transaction pooler. NOTIFY is only a hint: what it misses, a poll of the conversations that have
 * subscribers finds within two seconds.
 */
export async function createLive(options: { url: string; pollMs?: number }): Promise<Live> {
  const watched = new Map<number, Watched>();
  const listeners = new Set<(event: LiveEvent) => void>();
  const pollMs = options.pollMs ?? POLL_MS;
  let isClosed = false;
  let timer: NodeJS.Timeout | undefined;

  function emit(event: LiveEvent): void {
    const conversation = watched.get(event.conversationId);
    for (const subscriber of conversation?.subscribers ?? []) subscriber.push(event);
    for (const listener of listeners) listener(event);
  }

  function onNotification(notification: Notification): void {
    if (notification.type === "due") return;
    const conversation = watched.get(notification.conversationId);
    conversation?.heard.add(notification.type);
    if (notification.type === "analysis" && conversation?.known) {
      if (notification.version <= conversation.known.version) return;
      conversation.known.version = notification.version;
    }
    emit(notification);
  }

  const listener = await listen({
    url: options.url,
    name: "plenum live",
    onNotification,
    onListening: () => schedule(0),
  });

  function compare(row: Observed, conversation: Watched): void {
    const { known, heard } = conversation;
    const { conversationId } = row;
    const version = Math.max(row.version ?? 0, known?.version ?? 0);
    // At first even what was there: it may have come between a subscriber's own read and this one.
    if (version > (known?.version ?? 0)) emit({ type: "analysis", conversationId, version });
    if (known && row.moderationSeq !== known.moderationSeq && !heard.has("statements")) {
      emit({ type: "statements", conversationId });
    }
    if (known && row.conversation !== known.conversation && !heard.has("conversation")) {
      emit({ type: "conversation", conversationId });
    }
    conversation.known = {
      version,
      moderationSeq: row.moderationSeq,
      conversation: row.conversation,
    };
    heard.clear();
  }

  async function poll(): Promise<void> {
    const ids = [...watched.keys()];
    if (ids.length === 0) return;
    const rows = await listener.sql<Observed[]>`
      select q.conversation_id as "conversationId", q.moderation_seq as "moderationSeq",
        (select max(version) from analyses a where a.conversation_id = q.conversation_id) as version,
        md5(row(c.slug, c.title, c.description, c.settings, c.state, c.opens_at, c.closes_at,
          c.closes_at <= now())::text) as conversation
      from analysis_queue q join conversations c on c.id = q.conversation_id
      where q.conversation_id in ${listener.sql(ids)}`;
    for (const row of rows) {
      const conversation = watched.get(row.conversationId);
      if (conversation) compare(row, conversation);
    }
  }

  function schedule(delayMs: number): void {
    clearTimeout(timer);
    if (isClosed || watched.size === 0) return;
    timer = setTimeout(() => {
      poll()
        .catch(() => {}) // the database is away; the next poll tells what was missed
        .finally(() => schedule(pollMs));
    }, delayMs);
  }

  function watch(conversationId: number): Watched {
    const found = watched.get(conversationId);
    if (found) return found;
    const fresh: Watched = { subscribers: new Set(), known: null, heard: new Set() };
    watched.set(conversationId, fresh);
    schedule(0);
    return fresh;
  }

  return {
    subscribe(conversationId, { signal }) {
      const conversation = watch(conversationId);
      const subscriber = createSubscriber(() => {
        signal.removeEventListener("abort", subscriber.close);
        conversation.subscribers.delete(subscriber);
        if (conversation.subscribers.size === 0) watched.delete(conversationId);
      });
      conversation.subscribers.add(subscriber);
      if (signal.aborted) subscriber.close();
      else signal.addEventListener("abort", subscriber.close);
      return subscriber.events;
    },
    onEvent(callback) {
      listeners.add(callback);
      return () => listeners.delete(callback);
    },
    async close() {
      isClosed = true;
      clearTimeout(timer);
      for (const { subscribers } of watched.values()) {
        for (const subscriber of [...subscribers]) subscriber.close();
      }
      await listener.close();
    },
  };
}
