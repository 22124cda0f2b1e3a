import { forgetConversation } from "../_vote/forget-conversation";
import { sendUnsent } from "./unsent-votes";

interface Ending {
  conversationId: number;
  slug: string;
  action: string;
  doneHref: string;
  /** Votes that wait are sent first; otherwise they are lost. */
  maySend: boolean;
}

/** What stands in the way: votes that cannot be sent, or a server that cannot be reached. */
export type Obstacle = { kind: "unsent"; count: number } | { kind: "offline" };

/**
 * Makes this device forget, and leads to the page of the next person. The cookie goes first: only the
 * server can take it, and what lies in the browser is of no use without it.
 */
export async function finish(ending: Ending): Promise<Obstacle | { kind: "busy" }> {
  const { conversationId, slug, action, doneHref, maySend } = ending;
  const count = maySend ? await sendUnsent(conversationId) : 0;
  if (count > 0) return { kind: "unsent", count };
  const isForgotten = await fetch(action, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: "{}",
  }).then(
    (response) => response.ok,
    () => false,
  );
  if (!isForgotten) return { kind: "offline" };
  // Every open page of the conversation loads again when it is told, this one too: then as the next.
  if (new URL(doneHref, location.href).pathname === location.pathname) {
    history.replaceState(null, "", doneHref);
  }
  await forgetConversation(conversationId, slug);
  location.replace(doneHref);
  return { kind: "busy" };
}
