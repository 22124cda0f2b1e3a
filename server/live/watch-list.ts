import type { LiveEvent } from "./live";
import type { Observation } from "./observe-conversations";
import { createSubscriber, type Subscriber } from "./subscriber";

interface Watched {
  subscribers: Set<Subscriber>;
  /** What its subscribers were told last; null until it was observed. */
  known: Omit<Observation, "conversationId"> | null;
  /** Heard by NOTIFY since the last observation, which need not repeat it. */
  heard: Set<LiveEvent["type"]>;
}

/** The conversations that have subscribers, and what these know already. */
export interface WatchList {
  ids(): number[];
  subscribe(conversationId: number, signal: AbortSignal): AsyncIterable<LiveEvent>;
  /** Passes on what NOTIFY said; false when it is no news. */
  hear(event: LiveEvent): boolean;
  /** Passes on what polling found beyond that, and answers it. */
  observe(row: Observation): LiveEvent[];
  close(): void;
}

export function createWatchList(): WatchList {
  const watched = new Map<number, Watched>();

  function tell(event: LiveEvent): void {
    for (const subscriber of watched.get(event.conversationId)?.subscribers ?? []) {
      subscriber.push(event);
    }
  }

  function watch(conversationId: number): Watched {
    const found = watched.get(conversationId);
    if (found) return found;
    const fresh: Watched = { subscribers: new Set(), known: null, heard: new Set() };
    watched.set(conversationId, fresh);
    return fresh;
  }

  return {
    ids: () => [...watched.keys()],
    subscribe(conversationId, signal) {
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
    hear(event) {
      const conversation = watched.get(event.conversationId);
      conversation?.heard.add(event.type);
      if (event.type === "analysis" && conversation?.known) {
        if (event.version <= conversation.known.version) return false;
        conversation.known.version = event.version;
      }
      if (event.type === "session" && conversation?.known) {
        if (event.number <= conversation.known.session) return false;
        conversation.known.session = event.number;
      }
      tell(event);
      return true;
    },
    observe({ conversationId, ...now }) {
      const conversation = watched.get(conversationId);
      if (!conversation) return [];
      const events = compare(conversationId, conversation, now);
      const version = Math.max(now.version, conversation.known?.version ?? 0);
      const session = Math.max(now.session, conversation.known?.session ?? 0);
      conversation.known = { ...now, version, session };
      conversation.heard.clear();
      events.forEach(tell);
      return events;
    },
    close() {
      for (const { subscribers } of [...watched.values()]) {
        for (const subscriber of [...subscribers]) subscriber.close();
      }
    },
  };
}

function compare(
  conversationId: number,
  { known, heard }: Watched,
  now: NonNullable<Watched["known"]>,
): LiveEvent[] {
  const events: LiveEvent[] = [];
  // At first even what was there: it may have come between a subscriber's own read and this one.
  if (now.version > (known?.version ?? 0)) {
    events.push({ type: "analysis", conversationId, version: now.version });
  }
  if (now.session > (known?.session ?? 0)) {
    events.push({ type: "session", conversationId, number: now.session });
  }
  if (known && now.moderationSeq !== known.moderationSeq && !heard.has("statements")) {
    events.push({ type: "statements", conversationId });
  }
  if (known && now.conversation !== known.conversation && !heard.has("conversation")) {
    events.push({ type: "conversation", conversationId });
  }
  return events;
}
