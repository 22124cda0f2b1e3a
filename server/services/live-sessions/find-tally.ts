import type { SessionTally } from "@/lib/schemas/live-session";
import { findLatestVersion } from "@/server/db/queries/analyses";
import { getAnalysisVersion } from "@/server/services/analyses/get-version";
import type { ServiceContext } from "@/server/services/context";
import { type Kept, keepLatest } from "@/server/services/keep-latest";

/** Tallies of the newest analyses, by conversation and version: read once for all who ask. */
const kept: Kept<Record<string, SessionTally>> = keepLatest(16);

/**
 * How a statement was voted on by the newest analysis; null before there is one, and where so few voted
 * that nobody is told (lib/suppress). Whether the actor may see results is the caller's question.
 */
export async function findStageTally(
  ctx: Pick<ServiceContext, "db">,
  { conversationId, statement }: { conversationId: number; statement: number },
): Promise<SessionTally | null> {
  const version = await findLatestVersion(ctx.db, conversationId);
  if (version === null) return null;
  const found = await kept.get(`${conversationId}/${version}`, () =>
    readTallies(ctx, conversationId, version),
  );
  return found[statement] ?? null;
}

async function readTallies(
  ctx: Pick<ServiceContext, "db">,
  conversationId: number,
  version: number,
): Promise<Record<string, SessionTally>> {
  const { analysis } = await getAnalysisVersion(ctx, { conversationId, version });
  const entries = Object.entries(analysis.statementTotals).map(([statement, total]) => {
    const { agrees, disagrees, votes } = total;
    return [statement, { agrees, disagrees, passes: votes - agrees - disagrees, votes }];
  });
  return Object.fromEntries(entries);
}
