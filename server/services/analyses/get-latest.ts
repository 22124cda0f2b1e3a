import { LaterParts, type PublicAnalysis } from "@/lib/schemas/analysis";
import { findLatestAnalysis } from "@/server/db/queries/analyses";
import type { ServiceContext } from "@/server/services/context";

export interface PublishedAnalysis {
  version: number;
  createdAt: Date;
  analysis: PublicAnalysis;
}

/**
 * The newest analysis of a conversation; null before the first.
 * Whether the actor may see results is the caller's question to lib/results-policy.ts.
 */
export async function getLatestAnalysis(
  ctx: ServiceContext,
  input: { conversationId: number },
): Promise<PublishedAnalysis | null> {
  const row = await findLatestAnalysis(ctx.db, input.conversationId);
  if (!row) return null;
  const { version, createdAt, core, frame } = row;
  return { version, createdAt, analysis: { ...core, ...LaterParts.parse(core), frame } };
}
