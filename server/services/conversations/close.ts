import { CloseConversationInput } from "@/lib/schemas/conversation-input";
import { lockQueueRow } from "@/server/db/queries/analysis-queue";
import { closeConversationRow } from "@/server/db/queries/conversations";
import { notify } from "@/server/db/queries/notify";
import { recordAudit } from "@/server/services/audit/record";
import type { ServiceContext } from "@/server/services/context";
import { ServiceError } from "@/server/services/errors";
import { parseInput } from "@/server/services/parse-input";
import { requirePermission } from "@/server/services/permissions/require-permission";
import { type Conversation, toConversation } from "./conversation";

/**
 * Ends the voting now. It waits for votes that are being stored; none is accepted afterwards.
 * @throws ServiceError as requirePermission; BAD_REQUEST; CONFLICT when it is not open
 */
export async function closeConversation(
  ctx: ServiceContext,
  input: CloseConversationInput,
): Promise<Conversation> {
  const { conversationId } = parseInput(CloseConversationInput, input);
  await requirePermission(ctx, conversationId, "close");
  return ctx.db.transaction(async (tx) => {
    await lockQueueRow(tx, conversationId);
    const now = ctx.now();
    const row = await closeConversationRow(tx, { id: conversationId, now });
    if (!row) throw new ServiceError("CONFLICT", "not-open", "The conversation is not open.");
    await recordAudit(tx, ctx, { conversationId, action: "conversation.close" });
    await notify(tx, { type: "conversation", conversationId });
    return toConversation(row, now);
  });
}
