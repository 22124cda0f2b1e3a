/**
 * The channel on which tabs and the service worker tell each other of changes; null where the browser
 * has none: Firefox refuses it wherever it refuses cookies, as in a frame on another site.
 */
export function openOutboxChannel(conversationId: number): BroadcastChannel | null {
  try {
    return new BroadcastChannel(`plenum-${conversationId}`);
  } catch {
    return null;
  }
}
