import { type ReportSettings, UpdateReportSettingsInput } from "@/lib/schemas/report-settings";
import { lockQueueRow } from "@/server/db/queries/analysis-queue";
import { findReportSettings, putReportSettings } from "@/server/db/queries/reports";
import { recordAudit } from "@/server/services/audit/record";
import type { ServiceContext } from "@/server/services/context";
import { parseInput } from "@/server/services/parse-input";
import { requirePermission } from "@/server/services/permissions/require-permission";

/**
 * Replaces the settings of a conversation's report; published versions keep theirs. Empty names and
 * notes are dropped.
 * @throws ServiceError as requirePermission; BAD_REQUEST
 */
export async function updateReportSettings(
  ctx: ServiceContext,
  input: UpdateReportSettingsInput,
): Promise<ReportSettings> {
  const { conversationId, settings } = parseInput(UpdateReportSettingsInput, input);
  await requirePermission(ctx, conversationId, "publish");
  const after = dropBlanks(settings);
  await ctx.db.transaction(async (tx) => {
    await lockQueueRow(tx, conversationId);
    const before = await findReportSettings(tx, conversationId);
    await putReportSettings(tx, { conversationId, settings: after, updatedAt: ctx.now() });
    await recordAudit(tx, ctx, {
      conversationId,
      action: "report.update",
      details: { before, after },
    });
  });
  return after;
}

function dropBlanks(settings: ReportSettings): ReportSettings {
  const filled = (words: Record<string, string | undefined>): Record<string, string> =>
    Object.fromEntries(Object.entries(words).flatMap(([key, text]) => (text ? [[key, text]] : [])));
  return {
    ...settings,
    hiddenSections: [...new Set(settings.hiddenSections)],
    pinned: [...new Set(settings.pinned)],
    groupNames: filled(settings.groupNames),
    sectionNotes: filled(settings.sectionNotes),
    statementNotes: filled(settings.statementNotes),
  };
}
