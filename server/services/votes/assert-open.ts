import type { ConversationState } from "@/lib/schemas/conversation";
import { ServiceError } from "../errors";

/** What decides whether a conversation takes votes now. */
export interface OpeningTimes {
  state: ConversationState;
  opensAt: Date | null;
  closesAt: Date | null;
}

/**
 * @throws ServiceError NOT_FOUND for a draft, which nobody outside knows of; PRECONDITION_FAILED
 *   with `conversation-not-open-yet` or `conversation-closed`, also when closesAt has come
 */
export function assertOpen(conversation: OpeningTimes, now: Date): void {
  const { state, opensAt, closesAt } = conversation;
  if (state === "draft") throw conversationNotFound();
  if (state === "closed" || (closesAt !== null && closesAt <= now)) {
    const message = "This conversation is closed; it takes no more votes or statements.";
    throw new ServiceError("PRECONDITION_FAILED", "conversation-closed", message);
  }
  if (opensAt !== null && opensAt > now) {
    const message = `This conversation opens at ${opensAt.toISOString()}.`;
    throw new ServiceError("PRECONDITION_FAILED", "conversation-not-open-yet", message);
  }
}

export function conversationNotFound(): ServiceError {
  return new ServiceError("NOT_FOUND", "conversation-not-found", "There is no such conversation.");
}
