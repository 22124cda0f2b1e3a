import { emptyOutbox, type Outbox, parseOutbox } from "@/lib/voting/outbox";

/** The outbox of one conversation, kept in this browser and shared by its tabs. */
export interface OutboxStore {
  read(): Outbox;
  change(next: (outbox: Outbox) => Outbox): void;
  /** Also hears of changes in other tabs. Returns how to stop. */
  subscribe(listener: () => void): () => void;
}

export function createOutboxStore(conversationId: number): OutboxStore {
  const key = `plenum-outbox-${conversationId}`;
  const listeners = new Set<() => void>();
  let current = load(key) ?? emptyOutbox;

  const onStorage = (event: StorageEvent) => {
    if (event.key !== key) return;
    current = load(key) ?? emptyOutbox;
    for (const listener of listeners) listener();
  };

  return {
    read: () => current,
    change: (next) => {
      current = next(load(key) ?? current);
      save(key, current);
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      if (listeners.size === 0) window.addEventListener("storage", onStorage);
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) window.removeEventListener("storage", onStorage);
      };
    },
  };
}

/** Null when nothing readable is there; then what is in memory counts. */
function load(key: string): Outbox | null {
  try {
    return parseOutbox(localStorage.getItem(key));
  } catch {
    return null; // storage is blocked
  }
}

function save(key: string, outbox: Outbox): void {
  try {
    localStorage.setItem(key, JSON.stringify(outbox));
  } catch {
    // Storage is blocked: the votes wait in this page alone.
  }
}
