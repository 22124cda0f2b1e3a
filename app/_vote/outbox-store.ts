import { adopt, emptyOutbox, type Outbox } from "@/lib/voting/outbox";
import { parseOutbox } from "@/lib/voting/read-outbox";
import { openOutboxChannel } from "./outbox-channel";
import { forgetPast } from "./past-votes";
import { changeKeptOutbox, type VotePlace } from "./vote-database";

type Change = (outbox: Outbox) => Outbox;

/** The outbox of one conversation, kept in this browser and shared by its tabs and its worker. */
export interface OutboxStore {
  /** What it is with every change made here, those that are still being written included. */
  read(): Outbox;
  /** Takes effect at once; resolves, with the outbox as all see it, when it is written down. */
  change(next: Change): Promise<Outbox>;
  /** Whether all was written down; otherwise some of it lasts as long as this page. */
  isOnDevice(): boolean;
  /** Also hears of changes in other tabs. Returns how to stop. */
  subscribe(listener: () => void): () => void;
}

export function createOutboxStore(place: VotePlace): OutboxStore {
  const listeners = new Set<() => void>();
  let stored = emptyOutbox;
  let current = emptyOutbox;
  /** Changes on their way to the disk. */
  let pending: Change[] = [];
  /** Changes that the disk did not take; they are offered again with the next. */
  let unwritten: Change[] = [];
  /** One access at a time, in the order they were asked for. */
  let queue: Promise<unknown> = Promise.resolve();
  let channel: BroadcastChannel | null = null;

  function enqueue<T>(access: () => Promise<T>): Promise<T> {
    const done = queue.then(access);
    queue = done;
    return done;
  }

  function settle(outbox: Outbox): void {
    stored = outbox;
    current = pending.reduce((outbox, next) => next(outbox), stored);
    for (const listener of listeners) listener();
  }

  function change(next: Change): Promise<Outbox> {
    pending.push(next);
    settle(stored);
    return enqueue(async () => {
      const changes = [...unwritten, next];
      const kept = await changeKeptOutbox(place, inOrder(changes)).catch(() => null);
      unwritten = kept ? [] : changes;
      pending = pending.slice(1);
      settle(kept ?? next(stored));
      channel?.postMessage("changed");
      return stored;
    });
  }

  const refresh = () =>
    enqueue(async () => {
      if (unwritten.length > 0) return;
      settle(await changeKeptOutbox(place, (outbox) => outbox).catch(() => stored));
    });

  function listen(): void {
    channel = openOutboxChannel(place.conversationId);
    if (channel) {
      channel.onmessage = ({ data }) => {
        if (data === "forgotten") startAnew(place.conversationId);
        else refresh();
      };
    }
    window.addEventListener("pageshow", refresh);
    refresh();
    takeOver(place.conversationId, change);
  }

  return {
    read: () => current,
    change,
    isOnDevice: () => unwritten.length === 0,
    subscribe: (listener) => {
      if (listeners.size === 0) listen();
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        window.removeEventListener("pageshow", refresh);
        channel?.close();
      };
    },
  };
}

/** This tab keeps to itself what undo may take back, and the next person must not find it. */
function startAnew(conversationId: number): void {
  forgetPast(conversationId);
  // Asked for, not reloaded: a page of a frame may have come as the answer to a form.
  location.replace(location.pathname + location.search);
}

const inOrder = (changes: Change[]) => (before: Outbox) =>
  changes.reduce((outbox, change) => change(outbox), before);

/** Moves what an earlier version kept in another place; it goes from there once it is here. */
async function takeOver(
  conversationId: number,
  change: (next: Change) => Promise<Outbox>,
): Promise<void> {
  const key = `plenum-outbox-${conversationId}`;
  try {
    const old = parseOutbox(localStorage.getItem(key));
    if (old) await change((outbox) => adopt(outbox, old));
    localStorage.removeItem(key);
  } catch {
    // Storage is blocked: nothing was kept.
  }
}
