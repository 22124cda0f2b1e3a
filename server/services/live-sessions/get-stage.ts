import { emptyStage, type Stage } from "@/lib/presenting/apply-act";
import { findLiveSession } from "@/server/db/queries/live-sessions";
import { listStatementRows, type StatementRow } from "@/server/db/queries/statements";
import type { ServiceContext } from "@/server/services/context";
import { requirePermission } from "@/server/services/permissions/require-permission";

export interface PresentedStage {
  /** What an act has to be based on. */
  number: number;
  stage: Stage;
  /** The accepted ones in the order of their ids. */
  statements: Pick<StatementRow, "id" | "text" | "language">[];
  /** The first one that was not shown yet; null when all were. */
  next: Pick<StatementRow, "id" | "text" | "language"> | null;
}

/**
 * What a presenter sees: the stage, and what can be shown on it.
 * @throws ServiceError as requirePermission
 */
export async function getStage(
  ctx: ServiceContext,
  { conversationId }: { conversationId: number },
): Promise<PresentedStage> {
  await requirePermission(ctx, conversationId, "present");
  const [row, statements] = await Promise.all([
    findLiveSession(ctx.db, conversationId),
    listStatementRows(ctx.db, conversationId, ["accepted"]),
  ]);
  const stage = row ?? emptyStage;
  const next = statements.find(({ id }) => !stage.shown.includes(id)) ?? null;
  return { number: row?.number ?? 0, stage, statements, next };
}
