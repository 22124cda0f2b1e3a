import { listCommonGround } from "@/lib/answers/list-common-ground";
import { findAnalysis } from "@/server/db/queries/analyses";
import {
  keepCommonGround,
  listOwedSources,
  type OwedSource,
} from "@/server/db/queries/owed-statements";
import { toWholeAnalysis } from "@/server/services/analyses/to-published";
import type { ServiceContext } from "@/server/services/context";

/** The statements of a conversation that are to be answered, whether or not they are. */
export interface Owed {
  /** The published report that says so; null: none does. */
  reportNumber: number | null;
  /** What everyone shares, in the report's order. */
  common: number[];
  pinned: number[];
}

/**
 * What is to be answered in each of many conversations: the common ground and the pinned statements of
 * the newest published report, when it is of after the closing or voting goes on; otherwise, once a
 * conversation has closed, of its newest analysis. Before, a conversation is left out. A statement that
 * is not shown, or that its author took back, is not among them.
 */
export async function findOwed(
  ctx: Pick<ServiceContext, "db" | "now">,
  conversationIds: number[],
): Promise<Map<number, Owed>> {
  const sources = await listOwedSources(ctx.db, conversationIds, ctx.now());
  const unknown = sources.filter(isUnknown);
  for (const source of unknown) await workOut(ctx, source);
  const later = unknown.map(({ conversationId }) => conversationId);
  const completed = await listOwedSources(ctx.db, later, ctx.now());
  const known = sources.filter((source) => !isUnknown(source));
  const begun = [...known, ...completed].filter((source) => source.analysisVersion !== null);
  return new Map(begun.map((source) => [source.conversationId, toOwed(source)]));
}

function isUnknown({ analysisVersion, commonGround }: OwedSource): boolean {
  return analysisVersion !== null && commonGround === null;
}

/** An analysis that was not asked before; nothing of it changes, so the answer is kept. */
async function workOut(
  { db }: Pick<ServiceContext, "db">,
  { conversationId, analysisVersion: version }: OwedSource,
): Promise<void> {
  const row = version === null ? null : await findAnalysis(db, conversationId, version);
  if (!row) return; // it was thinned out meanwhile: the next look finds a newer one
  const { analysis } = toWholeAnalysis(row);
  await keepCommonGround(db, { conversationId, version: row.version }, listCommonGround(analysis));
}

function toOwed({ reportNumber, commonGround, pinned, shown }: OwedSource): Owed {
  const isShown = (id: number) => shown.includes(id);
  return {
    reportNumber,
    common: (commonGround ?? []).filter(isShown),
    pinned: pinned.filter(isShown),
  };
}
