import { ListStatementsInput } from "@/lib/schemas/statement-input";
import { listStatementRows } from "@/server/db/queries/statements";
import type { ServiceContext } from "@/server/services/context";
import { parseInput } from "@/server/services/parse-input";
import { requirePermission } from "@/server/services/permissions/require-permission";
import { type ModeratedStatement, toModeratedStatement } from "./moderated-statement";

/**
 * The statements of a conversation as its organisers see them, in the order of their ids.
 * @throws ServiceError as requirePermission; BAD_REQUEST
 */
export async function listStatementsForModeration(
  ctx: ServiceContext,
  input: ListStatementsInput,
): Promise<ModeratedStatement[]> {
  const { conversationId, moderation } = parseInput(ListStatementsInput, input);
  await requirePermission(ctx, conversationId, "read-console");
  const wanted = moderation ? [moderation] : (["pending", "accepted", "rejected"] as const);
  const rows = await listStatementRows(ctx.db, conversationId, wanted);
  return rows.map(toModeratedStatement);
}
