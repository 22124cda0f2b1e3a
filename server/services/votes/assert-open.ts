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
  const refusal = findRefusal(conversation, now);
  if (refusal) throw refusal;
}

/** Whether a conversation takes votes and statements at `now`. */
export function isOpen(conversation: OpeningTimes, now: Date): boolean {
  return findRefusal(conversation, now) === null;
}

function findRefusal({ state, opensAt, closesAt }: OpeningTimes, now: Date): ServiceError | null {
  if (state === "draft") return conversationNotFound();
  if (state === "closed" || (closesAt !== null && closesAt <= now)) {
    const message = "This conversation is closed; it takes no more votes or statements.";
    return new ServiceError("PRECONDITION_FAILED", "conversation-closed", message);
  }
  if (opensAt !== null && opensAt > now) {
    const message = `This conversation opens at ${opensAt.toISOString()}.`;
    return new ServiceError("PRECONDITION_FAILED", "conversation-not-open-yet", message);
  }
  return null;
}

export function conversationNotFound(): ServiceError {
  return new ServiceError("NOT_FOUND", "conversation-not-found", "There is no such conversation.");
}
