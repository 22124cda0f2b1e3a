import type { ConversationState } from "../schemas/conversation";

const DAY_MS = 86_400_000;

/**
 * When the answers that a conversation promised are due: so many days after it closed. What was kept
 * when it was opened again stands; null without a promise and while it has never closed.
 */
export function answersDueAt(conversation: {
  state: ConversationState;
  closesAt: Date | null;
  answerDays: number | null;
  keptDueAt: Date | null;
}): Date | null {
  const { state, closesAt, answerDays, keptDueAt } = conversation;
  if (keptDueAt !== null) return keptDueAt;
  if (state !== "closed" || closesAt === null || answerDays === null) return null;
  return new Date(closesAt.getTime() + answerDays * DAY_MS);
}
