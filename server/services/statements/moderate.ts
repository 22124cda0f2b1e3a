import { ModerateStatementInput } from "@/lib/schemas/statement-input";
import { lockQueueRow, markDue } from "@/server/db/queries/analysis-queue";
import { clearStage } from "@/server/db/queries/live-sessions";
import { notify } from "@/server/db/queries/notify";
import { hasStatement, moderateStatementRow } from "@/server/db/queries/statements";
import { recordAudit } from "@/server/services/audit/record";
import type { ServiceContext } from "@/server/services/context";
import { ServiceError } from "@/server/services/errors";
import { parseInput } from "@/server/services/parse-input";
import { requirePermission } from "@/server/services/permissions/require-permission";
import { type ModeratedStatement, toModeratedStatement } from "./moderated-statement";

/**
 * Publishes a statement, holds it back, or returns it to the queue (which is how an act is undone).
 * It holds only if the statement is still what the moderator saw.
 * @throws ServiceError as requirePermission; BAD_REQUEST; NOT_FOUND without such a statement;
 *   CONFLICT when somebody else was faster
 */
export async function moderateStatement(
  ctx: ServiceContext,
  input: ModerateStatementInput,
): Promise<ModeratedStatement> {
  const change = parseInput(ModerateStatementInput, input);
  const { conversationId, statementId, from, to } = change;
  await requirePermission(ctx, conversationId, "moderate");
  const reason = to === "rejected" ? change.reason : null;
  const moderatedBy = ctx.actor.kind === "user" ? ctx.actor.userId : null;
  return ctx.db.transaction(async (tx) => {
    await lockQueueRow(tx, conversationId);
    const now = ctx.now();
    const where = { conversationId, id: statementId, from };
    const row = await moderateStatementRow(tx, where, { to, reason, moderatedBy, now });
    if (!row) throw explainMiss(await hasStatement(tx, conversationId, statementId));
    await recordAudit(tx, ctx, {
      conversationId,
      action: "statement.moderate",
      details: { statement: statementId, from, to, reason },
    });
    if (to !== "accepted") await clearStage(tx, conversationId, [statementId]);
    await markDue(tx, conversationId, { moderation: true });
    await notify(tx, { type: "statements", conversationId });
    return toModeratedStatement(row);
  });
}

function explainMiss(exists: boolean): ServiceError {
  if (!exists) {
    return new ServiceError("NOT_FOUND", "statement-not-found", "There is no such statement.");
  }
  return new ServiceError("CONFLICT", "already-moderated", "Somebody else was faster.");
}
