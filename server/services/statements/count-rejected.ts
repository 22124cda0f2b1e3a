import { ModerationReason } from "@/lib/schemas/statement-input";
import { countRejectedStatements } from "@/server/db/queries/statements";
import type { ServiceContext } from "@/server/services/context";

export interface RejectedCount {
  /** Null when none was given, as for imported conversations. */
  reason: ModerationReason | null;
  count: number;
}

/**
 * How many statements were kept out of a conversation and why, the most frequent reason first: what
 * everybody may know, without the statements. Empty when nothing was rejected.
 */
export async function countRejected(
  ctx: ServiceContext,
  input: { conversationId: number },
): Promise<RejectedCount[]> {
  const rows = await countRejectedStatements(ctx.db, input.conversationId);
  const counts = new Map<ModerationReason | null, number>();
  for (const { reason, count } of rows) {
    const known = ModerationReason.safeParse(reason).data ?? null;
    counts.set(known, (counts.get(known) ?? 0) + count);
  }
  return [...counts]
    .map(([reason, count]) => ({ reason, count }))
    .sort((a, b) => b.count - a.count || String(a.reason).localeCompare(String(b.reason)));
}
