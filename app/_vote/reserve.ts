import { type Reserve, readReserve } from "@/lib/voting/read-deck";
import { transact } from "./vote-database";

/** The statements kept for when there is no connection; null where there are none. */
export function loadReserve(conversationId: number): Promise<Reserve | null> {
  return transact<Reserve | null>("reserves", "readonly", (store, done) => {
    const reading = store.get(conversationId);
    reading.onsuccess = () => done(readReserve(reading.result));
  }).catch(() => null); // storage is blocked
}

export async function saveReserve(conversationId: number, reserve: Reserve): Promise<void> {
  await transact<null>("reserves", "readwrite", (store, done) => {
    store.put({ conversationId, ...reserve });
    done(null);
  }).catch(() => {}); // storage is blocked or full: without a connection there is less to vote on
}
