import { countActivity } from "@/server/db/queries/conversations";
import { countStatements } from "@/server/db/queries/statements";
import type { ServiceContext } from "@/server/services/context";
import { requirePermission } from "@/server/services/permissions/require-permission";

export interface ConversationOverview {
  participants: number;
  /** Votes that stand now: changed ones count once, withdrawn ones not at all. */
  votes: number;
  statements: { pending: number; accepted: number; rejected: number };
}

/**
 * What has come in so far; all zero for a new conversation.
 * @throws ServiceError as requirePermission
 */
export async function getConversationOverview(
  ctx: ServiceContext,
  input: { conversationId: number },
): Promise<ConversationOverview> {
  const { conversationId } = input;
  await requirePermission(ctx, conversationId, "read-console");
  const [activity, statements] = await Promise.all([
    countActivity(ctx.db, conversationId),
    countStatements(ctx.db, conversationId),
  ]);
  return { ...activity, statements };
}
