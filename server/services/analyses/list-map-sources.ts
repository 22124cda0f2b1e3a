import type { MapSource } from "@/lib/map/scene";
import { joinPlaces } from "@/lib/suppress/join-places";
import { listMapSources as listRows } from "@/server/db/queries/map-sources";
import type { ServiceContext } from "@/server/services/context";

/**
 * What the small maps of several conversations are drawn from, by conversation id; those without an
 * analysis are left out. Whether results may be shown is the caller's question to
 * lib/results-policy.ts.
 */
export async function listMapSources(
  ctx: ServiceContext,
  input: { conversationIds: number[] },
): Promise<Map<number, MapSource>> {
  if (input.conversationIds.length === 0) return new Map();
  const rows = await listRows(ctx.db, input.conversationIds);
  return new Map(
    rows.map(({ conversationId, baseClusters, ...source }) => [
      conversationId,
      { ...source, baseClusters: joinPlaces(baseClusters).places },
    ]),
  );
}
