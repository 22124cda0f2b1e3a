import type { ConversationState } from "@/lib/schemas/conversation";

/** The state that holds at `now`: an open conversation is closed once its closing date has come. */
export function stateAt(
  conversation: { state: ConversationState; closesAt: Date | null },
  now: Date,
): ConversationState {
  const { state, closesAt } = conversation;
  return state === "open" && closesAt !== null && closesAt <= now ? "closed" : state;
}
