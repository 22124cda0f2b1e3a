import type { ConversationSettings } from "@/lib/schemas/conversation";
import { UpdateConversationInput } from "@/lib/schemas/conversation-input";
import { lockQueueRow } from "@/server/db/queries/analysis-queue";
import { findConversationById, updateConversationRow } from "@/server/db/queries/conversations";
import { notify } from "@/server/db/queries/notify";
import { recordAudit } from "@/server/services/audit/record";
import type { ServiceContext } from "@/server/services/context";
import { ServiceError } from "@/server/services/errors";
import { parseInput } from "@/server/services/parse-input";
import { requirePermission } from "@/server/services/permissions/require-permission";
import { type Conversation, toConversation } from "./conversation";
import { mergeSettings } from "./merge-settings";
import { requireFuture } from "./require-future";

/**
 * Changes words, settings or the closing date; what is left out stays as it is.
 * @throws ServiceError as requirePermission; BAD_REQUEST; UNPROCESSABLE_CONTENT when the new
 *   closing date has passed; PRECONDITION_FAILED for a closing date while it is not open, and for
 *   what may no longer change because people have voted relying on it
 */
export async function updateConversation(
  ctx: ServiceContext,
  input: UpdateConversationInput,
): Promise<Conversation> {
  const { conversationId, settings, ...change } = parseInput(UpdateConversationInput, input);
  await requirePermission(ctx, conversationId, "update");
  const now = ctx.now();
  requireFuture(change.closesAt ?? null, now);
  return ctx.db.transaction(async (tx) => {
    // The lock makes reading and merging the settings one step.
    await lockQueueRow(tx, conversationId);
    const before = await findConversationById(tx, conversationId);
    if (!before) throw new ServiceError("NOT_FOUND", "conversation-not-found", "It was deleted.");
    if (change.closesAt !== undefined && toConversation(before, now).state !== "open") {
      throw new ServiceError("PRECONDITION_FAILED", "not-open", "Only an open one has an end.");
    }
    const after = { ...change, settings: mergeSettings(before.settings, settings ?? {}) };
    requirePromisesKept(toConversation(before, now), after.settings);
    const row = await updateConversationRow(tx, conversationId, after);
    const { title, description, closesAt } = before;
    await recordAudit(tx, ctx, {
      conversationId,
      action: "conversation.update",
      details: { before: { title, description, closesAt, settings: before.settings }, after },
    });
    await notify(tx, { type: "conversation", conversationId });
    return toConversation(row ?? before, now);
  });
}

/** Whether votes become public, and what will be answered, is said before anybody votes. */
function requirePromisesKept(
  { opensAt, settings }: Conversation,
  after: ConversationSettings,
): void {
  if (opensAt === null) return;
  if (settings.publicVotes !== after.publicVotes) {
    const message = "Whether votes are public was fixed when the conversation opened.";
    throw new ServiceError("PRECONDITION_FAILED", "public-votes-fixed", message);
  }
  const hidesAnswers =
    after.answerDays !== null &&
    after.resultsVisibility === "organisers" &&
    settings.resultsVisibility !== "organisers";
  if (settings.answerDays !== after.answerDays || hidesAnswers) {
    const message = "The promise to answer in public was fixed when the conversation opened.";
    throw new ServiceError("PRECONDITION_FAILED", "answer-promise-fixed", message);
  }
}
