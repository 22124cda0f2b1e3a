import { OpenConversationInput } from "@/lib/schemas/conversation-input";
import { lockQueueRow } from "@/server/db/queries/analysis-queue";
import { findConversationById, openConversationRow } from "@/server/db/queries/conversations";
import { notify } from "@/server/db/queries/notify";
import { recordAudit } from "@/server/services/audit/record";
import type { ServiceContext } from "@/server/services/context";
import { ServiceError } from "@/server/services/errors";
import { parseInput } from "@/server/services/parse-input";
import { requirePermission } from "@/server/services/permissions/require-permission";
import { type Conversation, toConversation } from "./conversation";
import { requireFuture } from "./require-future";

/**
 * Lets people vote, for the first time or again, until `closesAt` (null: until it is closed).
 * @throws ServiceError as requirePermission; BAD_REQUEST; UNPROCESSABLE_CONTENT when the closing
 *   date has passed; CONFLICT when it is open already
 */
export async function openConversation(
  ctx: ServiceContext,
  input: OpenConversationInput,
): Promise<Conversation> {
  const { conversationId, closesAt } = parseInput(OpenConversationInput, input);
  await requirePermission(ctx, conversationId, "open");
  const now = ctx.now();
  requireFuture(closesAt, now);
  return ctx.db.transaction(async (tx) => {
    await lockQueueRow(tx, conversationId);
    const before = await findConversationById(tx, conversationId);
    // Opening again does not put off what was promised.
    const dueAt = before && toConversation(before, now).answersDueAt;
    const change = { id: conversationId, now, closesAt, answersDueAt: dueAt };
    const row = await openConversationRow(tx, change);
    if (!row) throw new ServiceError("CONFLICT", "already-open", "The conversation is open.");
    await recordAudit(tx, ctx, {
      conversationId,
      action: "conversation.open",
      details: { closesAt: closesAt?.toISOString() ?? null },
    });
    await notify(tx, { type: "conversation", conversationId });
    return toConversation(row, now);
  });
}
