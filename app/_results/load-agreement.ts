import type { Agreement } from "@/lib/schemas/agreement";
import { getRuntime } from "@/server/runtime";

/**
 * Who agreed with the chosen statement in what a page shows, to somebody who may see that; null where
 * only groups can be told.
 */
export async function loadAgreement(
  conversationId: number,
  version: number | undefined,
  statement: number | null,
): Promise<Agreement | null> {
  if (version === undefined || statement === null) return null;
  return getRuntime().agreements.find(conversationId, version, statement);
}
