import type { PastVote } from "@/lib/voting/deck";
import { parsePast } from "@/lib/voting/read-deck";

/** Where a tab keeps what undo may take back, for when it is loaded again. */
const keyOf = (conversationId: number) => `plenum-past-${conversationId}`;

export function loadPast(conversationId: number): PastVote[] {
  try {
    return parsePast(sessionStorage.getItem(keyOf(conversationId)));
  } catch {
    return []; // storage is blocked
  }
}

export function savePast(conversationId: number, past: readonly PastVote[]): void {
  try {
    sessionStorage.setItem(keyOf(conversationId), JSON.stringify(past));
  } catch {
    // Storage is blocked or full: undo works until the page is loaded again.
  }
}

export function forgetPast(conversationId: number): void {
  try {
    sessionStorage.removeItem(keyOf(conversationId));
  } catch {
    // Storage is blocked: nothing was kept.
  }
}
