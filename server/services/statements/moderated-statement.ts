import type { Moderation } from "@/lib/schemas/statement-input";
import type { StatementRow } from "@/server/db/queries/statements";

/** A statement as its organisers see it. */
export interface ModeratedStatement {
  id: number;
  text: string;
  language: string | null;
  /** Participant id; null for a statement of the organisers or of an unknown author. */
  authorId: number | null;
  isSeed: boolean;
  isMetadata: boolean;
  moderation: Moderation;
  moderationReason: string | null;
  moderatedAt: Date | null;
  createdAt: Date;
}

export function toModeratedStatement(row: StatementRow): ModeratedStatement {
  const { conversationId: _conversation, moderatedBy: _moderator, ...statement } = row;
  return statement;
}
