import type { Participation, ReportBody, ReportStatement } from "@/lib/schemas/report";
import { listTranslationRows } from "@/server/db/queries/translations";
import type { ServiceContext } from "@/server/services/context";
import type { Conversation } from "@/server/services/conversations/conversation";
import { countRejected } from "@/server/services/statements/count-rejected";
import { listStatements, type PublicStatement } from "@/server/services/statements/list";
import { getReportSettings } from "./get-settings";

/**
 * Gathers what a report says besides its analysis, as it is now.
 * @param about `locale`: with translations into this language only, left out: into all
 */
export async function createReportBody(
  ctx: ServiceContext,
  about: { conversation: Conversation; participation: Participation; locale?: string },
): Promise<ReportBody> {
  const { conversation, participation, locale } = about;
  const { id: conversationId, slug, title, description, state, settings } = conversation;
  const statements = await listStatements(ctx, { conversationId });
  const translations = await listTranslationRows(ctx.db, { conversationId, locale });
  return {
    conversation: {
      slug,
      title,
      description,
      state,
      opensAt: conversation.opensAt?.toISOString() ?? null,
      closesAt: conversation.closesAt?.toISOString() ?? null,
      settings,
    },
    statements: describeStatements(statements, translations),
    participation,
    rejected: await countRejected(ctx, { conversationId }),
    settings: await getReportSettings(ctx, { conversationId }),
  };
}

function describeStatements(
  statements: PublicStatement[],
  rows: Awaited<ReturnType<typeof listTranslationRows>>,
): ReportStatement[] {
  const translations = new Map<number, ReportStatement["translations"]>();
  for (const { statementId, locale, text, origin } of rows) {
    translations.set(statementId, {
      ...translations.get(statementId),
      [locale]: { text, origin },
    });
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
