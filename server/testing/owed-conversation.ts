import { closeConversation } from "@/server/services/conversations/close";
import { contextFor } from "./actors";
import type { openTestDatabase } from "./database";
import { openVotedConversation } from "./voted-conversation";

type Options = Partial<Parameters<typeof openVotedConversation>[1]> & { closesAt?: Date };

/**
 * A closed conversation in which everyone shares statement 0 and nothing else, closed on 1 May 2026 at
 * noon unless told otherwise.
 */
export async function closeOwedConversation(
  database: ReturnType<typeof openTestDatabase>,
  { closesAt = new Date("2026-05-01T12:00:00Z"), ...options }: Options = {},
): Promise<{ id: number; slug: string }> {
  const texts = ["More trees.", "Fewer cars.", "Wider roads.", "A new square.", "Seldom seen."];
  const conversation = await openVotedConversation(database, { texts, ...options });
  const ctx = contextFor(database.db, { kind: "operator" }, closesAt);
  await closeConversation(ctx, { conversationId: conversation.id });
  return conversation;
}
