import { areConversationResultsPublic } from "@/server/services/analyses/may-read-results";
import type { Conversation } from "@/server/services/conversations/conversation";

/** Whether there are participants who may see results now, if only those who have voted enough. */
export function mayBeRevealed(conversation: Conversation): boolean {
  if (conversation.state === "draft") return false;
  const { resultsVisibility } = conversation.settings;
  return resultsVisibility === "after-votes" || areConversationResultsPublic(conversation);
}
