import * as z from "zod/mini";

const conversationId = z.int();

/** What is sent over NOTIFY on the channel `plenum`: hints to read the database, never the data. */
export const Notification = z.discriminatedUnion("type", [
  /** Votes, statements or moderation changed: an analysis is wanted. */
  z.object({ type: z.literal("due"), conversationId }),
  z.object({ type: z.literal("analysis"), conversationId, version: z.int() }),
  /** Statements were written or moderated. */
  z.object({ type: z.literal("statements"), conversationId }),
  /** Title, settings or state changed. */
  z.object({ type: z.literal("conversation"), conversationId }),
  /** What is on stage in its live session changed, for the so many-th time. */
  z.object({ type: z.literal("session"), conversationId, number: z.int() }),
]);
export type Notification = z.infer<typeof Notification>;

export const NOTIFICATION_CHANNEL = "plenum";

/** Reads a NOTIFY payload; null when it is none of ours. */
export function parseNotification(payload: string): Notification | null {
  try {
    return Notification.safeParse(JSON.parse(payload)).data ?? null;
  } catch {
    return null; // not JSON: anybody with a connection may notify the channel
  }
}
