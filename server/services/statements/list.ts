import type { ConversationSettings } from "@/lib/schemas/conversation";
import type { Moderation } from "@/lib/schemas/statement-input";
import { findConversationById } from "@/server/db/queries/conversations";
import { listStatementRows } from "@/server/db/queries/statements";
import type { ServiceContext } from "@/server/services/context";
import { toConversation } from "@/server/services/conversations/conversation";
import { ServiceError } from "@/server/services/errors";
import { findRole } from "@/server/services/permissions/find-role";

/** A statement as everybody may see it. */
export interface PublicStatement {
  id: number;
  text: string;
  language: string | null;
  isSeed: boolean;
  isMetadata: boolean;
  moderation: Exclude<Moderation, "rejected">;
  createdAt: Date;
}

/**
 * The statements that are shown in a conversation, in the order of their ids: accepted ones, and
 * under lenient moderation those that still wait for a decision. Empty for a conversation without any.
 * @throws ServiceError NOT_FOUND when the conversation is missing or a draft of strangers
 */
export async function listStatements(
  ctx: ServiceContext,
  input: { conversationId: number },
): Promise<PublicStatement[]> {
  const row = await findConversationById(ctx.db, input.conversationId);
  const isHidden = row?.state === "draft" && (await findRole(ctx, row.id)) === null;
  if (!row || isHidden) {
    throw new ServiceError("NOT_FOUND", "conversation-not-found", "There is no such conversation.");
  }
  const { settings } = toConversation(row, ctx.now());
  const rows = await listStatementRows(ctx.db, input.conversationId, shownModeration(settings));
  return rows.map(({ id, text, language, isSeed, isMetadata, moderation, createdAt }) => ({
    id,
    text,
    language,
    isSeed,
    isMetadata,
    moderation: moderation === "accepted" ? "accepted" : "pending",
    createdAt,
  }));
}

/** What a statement may be to be shown in a conversation with these settings. */
export function shownModeration({
  moderation,
}: Pick<ConversationSettings, "moderation">): readonly PublicStatement["moderation"][] {
  return moderation === "lenient" ? ["accepted", "pending"] : ["accepted"];
}
