import type { Database } from "@/server/db/client";
import { findHistory, requestHistory } from "@/server/db/queries/histories";
import { ServiceError } from "@/server/services/errors";

export type HistoryAnswer =
  /** JSON by lib/schemas/history.ts, compressed by gzip. */
  | { kind: "made"; version: number; steps: Buffer }
  /** 0..1 */
  | { kind: "making"; done: number };

/**
 * The history that ends with a version, or the newest that is kept. Where none is, or the newest is of
 * a while ago, a worker is asked for one: the newest is answered until then.
 * Whether the actor may see results is the caller's question to lib/results-policy.ts.
 * @throws ServiceError NOT_FOUND before the first analysis, or when there is no such version; GONE when
 *   its history is not kept
 */
export async function getHistory(
  ctx: { db: Database },
  { conversationId, version }: { conversationId: number; version: number | "latest" },
): Promise<HistoryAnswer> {
  const known = await findHistory(ctx.db, conversationId);
  const { newest, steps, done } = known;
  const isKept = steps !== null && known.version !== null;
  if (newest === null || (version !== "latest" && version > newest)) {
    throw new ServiceError("NOT_FOUND", "history-not-found", "There is no such analysis.");
  }
  if (version !== "latest" && version !== known.version) {
    const message = `The history of analysis ${version} is not kept: ask for the latest.`;
    throw new ServiceError("GONE", "history-not-kept", message);
  }
  if (!isKept || (version === "latest" && known.isStale)) {
    await requestHistory(ctx.db, conversationId);
  }
  return isKept ? { kind: "made", version: known.version!, steps } : { kind: "making", done };
}
