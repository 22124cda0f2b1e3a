/** Name of the channel on which tabs and the service worker tell each other of changes. */
export const channelName = (conversationId: number) => `plenum-${conversationId}`;
