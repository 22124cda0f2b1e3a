import { findLatestAnalysis } from "@/server/db/queries/analyses";
import type { ServiceContext } from "@/server/services/context";
import { type PublishedAnalysis, toPublishedAnalysis } from "./to-published";

/**
 * The newest analysis of a conversation; null before the first.
 * Whether the actor may see results is the caller's question to lib/results-policy.ts.
 */
export async function getLatestAnalysis(
  ctx: ServiceContext,
  input: { conversationId: number },
): Promise<PublishedAnalysis | null> {
  const row = await findLatestAnalysis(ctx.db, input.conversationId);
  return row && toPublishedAnalysis(row);
}
