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
  createdAt: Date;
}

/** Reads a row: settings get their defaults, the state is the one that holds at `now`. */
export function toConversation(row: ConversationRow, now: Date): Conversation {
  return {
    ...row,
    settings: ConversationSettings.parse(row.settings),
    state: stateAt(row, now),
  };
}
