import { cacheOf } from "../_offline/page-cache";
import { emptyDraft, saveDraft } from "../_write/draft-store";
import { openOutboxChannel } from "./outbox-channel";
import { createTokenKeeper } from "./participant-token";
import { forgetPast } from "./past-votes";
import { transact } from "./vote-database";

/**
 * Removes what this browser keeps of a conversation: unsent votes, statements, the token and the copy
 * of the page. Other tabs with the conversation start anew. The cookie is the server's to clear.
 */
export async function forgetConversation(conversationId: number, slug: string): Promise<void> {
  for (const name of ["outboxes", "reserves"] as const) {
    await transact<null>(name, "readwrite", (store, done) => {
      store.delete(conversationId);
      done(null);
    }).catch(() => {}); // storage is blocked: nothing was kept
  }
  createTokenKeeper(conversationId).forget();
  forgetPast(conversationId);
  try {
    saveDraft(conversationId, emptyDraft);
    localStorage.removeItem(`plenum-outbox-${conversationId}`);
    await caches.delete(cacheOf(slug));
  } catch {
    // Storage is blocked: nothing was kept.
  }
  const channel = openOutboxChannel(conversationId);
  channel?.postMessage("forgotten");
  channel?.close();
}
