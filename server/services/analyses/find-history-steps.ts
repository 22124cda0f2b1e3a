import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { History, type HistoryStep } from "@/lib/schemas/history";
import type { Database } from "@/server/db/client";
import { findHistory } from "@/server/db/queries/histories";

const expand = promisify(gunzip);

/**
 * The steps of a conversation's history that is kept; empty where there is none, which asks no worker
 * for one. Whether the actor may see results is the caller's question to lib/results-policy.ts.
 */
export async function findHistorySteps(
  ctx: { db: Database },
  { conversationId }: { conversationId: number },
): Promise<HistoryStep[]> {
  const { steps } = await findHistory(ctx.db, conversationId);
  if (!steps) return [];
  return History.parse(JSON.parse((await expand(steps)).toString())).steps;
}
