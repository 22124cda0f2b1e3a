import { answersDueAt } from "@/lib/answers/answers-due-at";
import { stateAt } from "@/lib/conversation-state";
import { ConversationSettings, type ConversationState } from "@/lib/schemas/conversation";
import type { ConversationRow } from "@/server/db/queries/conversations";

/** A conversation as services hand it out. */
export interface Conversation {
  id: number;
  slug: string;
  title: string;
  description: string;
  settings: ConversationSettings;
  /** What holds now: an open conversation past its closing date is closed. */
  state: ConversationState;
  opensAt: Date | null;
  closesAt: Date | null;
  /** When what was promised to be answered is due; null without a promise and until it first closes. */
  answersDueAt: Date | null;
  createdAt: Date;
}

/** Reads a row: settings get their defaults, the state is the one that holds at `now`. */
export function toConversation(row: ConversationRow, now: Date): Conversation {
  const settings = ConversationSettings.parse(row.settings);
  const state = stateAt(row, now);
  const { answerDays } = settings;
  const dueAt = answersDueAt({ ...row, state, answerDays, keptDueAt: row.answersDueAt });
  return { ...row, settings, state, answersDueAt: dueAt };
}
