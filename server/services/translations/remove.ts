import { RemoveTranslationInput } from "@/lib/schemas/translation";
import { lockQueueRow } from "@/server/db/queries/analysis-queue";
import { announceTranslations, deleteTranslation } from "@/server/db/queries/translations";
import { recordAudit } from "@/server/services/audit/record";
import type { ServiceContext } from "@/server/services/context";
import { parseInput } from "@/server/services/parse-input";
import { requirePermission } from "@/server/services/permissions/require-permission";

/**
 * Takes a translation away; one that is not there is gone already.
 * @throws ServiceError as requirePermission; BAD_REQUEST
 */
export async function removeTranslation(
  ctx: ServiceContext,
  input: RemoveTranslationInput,
): Promise<void> {
  const key = parseInput(RemoveTranslationInput, input);
  const { conversationId, statementId, locale } = key;
  await requirePermission(ctx, conversationId, "moderate");
  await ctx.db.transaction(async (tx) => {
    await lockQueueRow(tx, conversationId);
    if (!(await deleteTranslation(tx, key))) return;
    await recordAudit(tx, ctx, {
      conversationId,
      action: "translation.remove",
      details: { statement: statementId, locale },
    });
    await announceTranslations(tx, conversationId);
  });
}
