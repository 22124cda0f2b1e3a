import { summarizeParticipation } from "@/lib/reports/summarize-participation";
import type { ReportContent, ReportStatement } from "@/lib/schemas/report";
import { ReportSettings } from "@/lib/schemas/report-settings";
import type { Transaction } from "@/server/db/client";
import { countParticipation } from "@/server/db/queries/participation-counts";
import { findReportSettings } from "@/server/db/queries/reports";
import { listTranslationRows } from "@/server/db/queries/translations";
import type { ServiceContext } from "@/server/services/context";
import type { Conversation } from "@/server/services/conversations/conversation";
import { countRejected } from "@/server/services/statements/count-rejected";
import { listStatements } from "@/server/services/statements/list";

interface Frozen {
  conversation: Conversation;
  number: number;
  publishedAt: Date;
  analysisVersion: number;
  voteSeq: number;
}

/** Gathers what a published report keeps, once its vote list is there. */
export async function createContent(
  ctx: ServiceContext,
  tx: Transaction,
  { conversation, number, publishedAt, analysisVersion, voteSeq }: Frozen,
): Promise<ReportContent> {
  const { id: conversationId, slug, title, description, state, settings } = conversation;
  const inside = { ...ctx, db: tx };
  const counts = await countParticipation(tx, { conversationId, reportNumber: number, voteSeq });
  return {
    format: "plenum-report",
    formatVersion: 1,
    number,
    publishedAt: publishedAt.toISOString(),
    analysisVersion,
    conversation: {
      slug,
      title,
      description,
      state,
      opensAt: conversation.opensAt?.toISOString() ?? null,
      closesAt: conversation.closesAt?.toISOString() ?? null,
      settings,
    },
    statements: await freezeStatements(inside, tx, conversationId),
    participation: summarizeParticipation(counts),
    rejected: await countRejected(inside, { conversationId }),
    settings: ReportSettings.parse((await findReportSettings(tx, conversationId)) ?? {}),
  };
}

async function freezeStatements(
  ctx: ServiceContext,
  tx: Transaction,
  conversationId: number,
): Promise<ReportStatement[]> {
  const statements = await listStatements(ctx, { conversationId });
  const translations = new Map<number, ReportStatement["translations"]>();
  for (const { statementId, locale, text, origin } of await listTranslationRows(tx, {
    conversationId,
  })) {
    const known = translations.get(statementId) ?? {};
    translations.set(statementId, { ...known, [locale]: { text, origin } });
  }
  return statements.map(({ id, text, language, moderation, isSeed, isMetadata }) => ({
    id,
    text,
    language,
    moderation,
    isSeed,
    isMetadata,
    translations: translations.get(id) ?? {},
  }));
}
