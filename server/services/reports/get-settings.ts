import { ReportSettings } from "@/lib/schemas/report-settings";
import { findReportSettings } from "@/server/db/queries/reports";
import type { ServiceContext } from "@/server/services/context";

/** What the organisers chose for the report that is live now; the defaults until they did. */
export async function getReportSettings(
  ctx: Pick<ServiceContext, "db">,
  input: { conversationId: number },
): Promise<ReportSettings> {
  return ReportSettings.parse((await findReportSettings(ctx.db, input.conversationId)) ?? {});
}
