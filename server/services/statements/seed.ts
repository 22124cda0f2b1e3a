import { SeedStatementsInput } from "@/lib/schemas/statement-input";
import { markDue } from "@/server/db/queries/analysis-queue";
import { findConversationById } from "@/server/db/queries/conversations";
import { notify } from "@/server/db/queries/notify";
import { recordAudit } from "@/server/services/audit/record";
import type { ServiceContext } from "@/server/services/context";
import { toConversation } from "@/server/services/conversations/conversation";
import { ServiceError } from "@/server/services/errors";
import { parseInput } from "@/server/services/parse-input";
import { requirePermission } from "@/server/services/permissions/require-permission";
import { insertSeedStatements } from "./insert-seed";
import { type ModeratedStatement, toModeratedStatement } from "./moderated-statement";

/**
 * Adds statements of the organisers, published at once; those that exist already are left out.
 * @returns the statements that were added
 * @throws ServiceError as requirePermission; BAD_REQUEST; UNPROCESSABLE_CONTENT when one is too long
 */
export async function seedStatements(
  ctx: ServiceContext,
  input: SeedStatementsInput,
): Promise<ModeratedStatement[]> {
  const { conversationId, texts, isMetadata } = parseInput(SeedStatementsInput, input);
  await requirePermission(ctx, conversationId, "seed");
  return ctx.db.transaction(async (tx) => {
    const row = await findConversationById(tx, conversationId);
    if (!row) throw new ServiceError("NOT_FOUND", "conversation-not-found", "It was deleted.");
    const conversation = toConversation(row, ctx.now());
    const added = await insertSeedStatements(tx, ctx, { conversation, texts, isMetadata });
    if (added.length === 0) return [];
    await recordAudit(tx, ctx, {
      conversationId,
      action: "statement.seed",
      details: { statements: added.map((statement) => statement.id), isMetadata },
    });
    await markDue(tx, conversationId, { moderation: true });
    await notify(tx, { type: "statements", conversationId });
    return added.map(toModeratedStatement);
  });
}
