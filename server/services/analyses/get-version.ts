import { findAnalysis, findLatestVersion } from "@/server/db/queries/analyses";
import type { ServiceContext } from "@/server/services/context";
import { ServiceError } from "@/server/services/errors";
import { type PublishedAnalysis, toPublishedAnalysis } from "./to-published";

/**
 * One version of a conversation's analysis as it may be told (lib/suppress). Whether the actor may see
 * it is the caller's question.
 * @throws ServiceError GONE, naming the newest, when it was thinned out; NOT_FOUND when there never was one
 */
export async function getAnalysisVersion(
  ctx: Pick<ServiceContext, "db">,
  input: { conversationId: number; version: number },
): Promise<PublishedAnalysis> {
  const { conversationId, version } = input;
  const row = await findAnalysis(ctx.db, conversationId, version);
  if (row) return toPublishedAnalysis(row);
  const newest = await findLatestVersion(ctx.db, conversationId);
  if (newest === null || version > newest || version < 1) {
    throw new ServiceError("NOT_FOUND", "analysis-not-found", `There is no analysis ${version}.`);
  }
  const message = `Analysis ${version} is no longer kept; the newest is ${newest}.`;
  throw new ServiceError("GONE", "analysis-thinned-out", message);
}
