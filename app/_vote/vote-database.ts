import { emptyOutbox, type Outbox } from "@/lib/voting/outbox";
import { readOutbox } from "@/lib/voting/read-outbox";

/** The conversation whose votes are kept, and how its requests are addressed. */
export interface VotePlace {
  conversationId: number;
  slug: string;
  /** The cookie says who votes: then the service worker can send the votes too. */
  isByCookie: boolean;
}

export interface KeptOutbox extends VotePlace {
  outbox: Outbox;
}

type StoreName = "outboxes" | "reserves";

/** Private modes and broken profiles may leave an opening database without any answer. */
const openPatienceMs = 3_000;

let opening: Promise<IDBDatabase> | undefined;

/** The browser's database of votes and prefetched statements. Rejects where storage is blocked. */
function openDatabase(): Promise<IDBDatabase> {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open("plenum", 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("outboxes", { keyPath: "conversationId" });
      request.result.createObjectStore("reserves", { keyPath: "conversationId" });
    };
    request.onsuccess = () => {
      const database = request.result;
      // Whoever upgrades or deletes the database must not wait for this page.
      database.onversionchange = () => database.close();
      database.onclose = () => {
        opening = undefined;
      };
      resolve(database);
    };
    request.onerror = () => reject(request.error);
    setTimeout(() => reject(new Error("The database does not open.")), openPatienceMs);
  });
  return opening;
}

/**
 * Runs one transaction on a store; resolves with what `act` asked for once it is on the disk.
 * Rejects, and has changed nothing, when the storage is blocked or full.
 */
export async function transact<T>(
  name: StoreName,
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore, done: (result: T) => void) => void,
): Promise<T> {
  const database = await openDatabase();
  return new Promise((resolve, reject) => {
    // A vote must outlive a phone that runs out of power, not only a page that is closed.
    const transaction = database.transaction(name, mode, { durability: "strict" });
    let result: { value: T } | undefined;
    transaction.oncomplete = () => (result ? resolve(result.value) : reject(new Error("Nothing.")));
    transaction.onabort = () => reject(transaction.error);
    act(transaction.objectStore(name), (value) => {
      result = { value };
    });
  });
}

/** Changes the outbox of a conversation as one step, whoever else changes it; returns what it is now. */
export function changeKeptOutbox(
  place: VotePlace,
  change: (outbox: Outbox) => Outbox,
): Promise<Outbox> {
  return transact("outboxes", "readwrite", (store, done) => {
    const reading = store.get(place.conversationId);
    reading.onsuccess = () => {
      const before = readOutbox(reading.result?.outbox) ?? emptyOutbox;
      const outbox = change(before);
      if (outbox !== before) store.put({ ...place, outbox });
      done(outbox);
    };
  });
}

export function readKeptOutboxes(): Promise<KeptOutbox[]> {
  return transact("outboxes", "readonly", (store, done) => {
    const reading = store.getAll();
    reading.onsuccess = () => done(reading.result.flatMap(readRecord));
  });
}

function readRecord(record: Partial<Record<keyof KeptOutbox, unknown>>): KeptOutbox[] {
  const { conversationId, slug, isByCookie } = record;
  const outbox = readOutbox(record.outbox);
  if (outbox === null || typeof conversationId !== "number" || typeof slug !== "string") return [];
  return [{ conversationId, slug, isByCookie: isByCookie === true, outbox }];
}
