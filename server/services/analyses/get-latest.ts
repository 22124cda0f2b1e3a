import { findLatestAnalysis } from "@/server/db/queries/analyses";
import type { ServiceContext } from "@/server/services/context";
import { type PublishedAnalysis, toPublishedAnalysis, toWholeAnalysis } from "./to-published";

/**
 * The newest analysis of a conversation as it may be told (lib/suppress); null before the first.
 * Whether the actor may see results is the caller's question to lib/results-policy.ts.
 */
export async function getLatestAnalysis(
  ctx: ServiceContext,
  input: { conversationId: number },
): Promise<PublishedAnalysis | null> {
  const row = await findLatestAnalysis(ctx.db, input.conversationId);
  return row && toPublishedAnalysis(row);
}

/** As `getLatestAnalysis`, with the figures of crowds of any size: not to be shown as it is. */
export async function getWholeAnalysis(
  ctx: ServiceContext,
  input: { conversationId: number },
): Promise<PublishedAnalysis | null> {
  const row = await findLatestAnalysis(ctx.db, input.conversationId);
  return row && toWholeAnalysis(row);
}
