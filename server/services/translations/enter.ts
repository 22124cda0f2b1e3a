import { cleanLine } from "@/lib/format/clean-text";
import { EnterTranslationInput } from "@/lib/schemas/translation";
import { lockQueueRow } from "@/server/db/queries/analysis-queue";
import { hasStatement } from "@/server/db/queries/statements";
import { announceTranslations, putTranslations } from "@/server/db/queries/translations";
import { recordAudit } from "@/server/services/audit/record";
import type { ServiceContext } from "@/server/services/context";
import { ServiceError } from "@/server/services/errors";
import { parseInput } from "@/server/services/parse-input";
import { requirePermission } from "@/server/services/permissions/require-permission";

/**
 * Keeps what an organiser wrote as the translation of a statement, in place of whatever was there.
 * @throws ServiceError as requirePermission; BAD_REQUEST, also for a blank text; NOT_FOUND without
 *   such a statement
 */
export async function enterTranslation(
  ctx: ServiceContext,
  input: EnterTranslationInput,
): Promise<void> {
  const { conversationId, statementId, locale, ...given } = parseInput(
    EnterTranslationInput,
    input,
  );
  await requirePermission(ctx, conversationId, "moderate");
  const text = cleanLine(given.text);
  if (text === "") {
    throw new ServiceError("BAD_REQUEST", "translation-empty", "The translation has no text.");
  }
  await ctx.db.transaction(async (tx) => {
    await lockQueueRow(tx, conversationId);
    if (!(await hasStatement(tx, conversationId, statementId))) {
      throw new ServiceError("NOT_FOUND", "statement-not-found", "There is no such statement.");
    }
    const translatedBy = ctx.actor.kind === "user" ? ctx.actor.userId : null;
    const about = { conversationId, statementId, locale, translatedBy };
    await putTranslations(tx, [{ ...about, text, origin: "entered", translatedAt: ctx.now() }]);
    await recordAudit(tx, ctx, {
      conversationId,
      action: "translation.enter",
      details: { statement: statementId, locale },
    });
    await announceTranslations(tx, conversationId);
  });
}
