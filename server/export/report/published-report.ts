import type { TransactionSql } from "postgres";
import { ReportContent } from "@/lib/schemas/report";
import { type ExportedReportRow, findExportedReport } from "@/server/db/queries/exported-reports";
import { ServiceError } from "@/server/services/errors";

/** A published report as its zip holds it. */
export interface PublishedExport
  extends Pick<
    ExportedReportRow,
    "number" | "analysisVersion" | "withdrawnVotes" | "signature" | "voteListSalt"
  > {
  content: ReportContent;
  /** The text that `content` was read from. */
  contentText: string;
}

/** @throws ServiceError NOT_FOUND when no version has this number */
export async function readPublishedExport(
  sql: TransactionSql,
  conversationId: number,
  number: number,
): Promise<PublishedExport> {
  const row = await findExportedReport(sql, conversationId, number);
  if (!row) {
    const message = `There is no version ${number} of this report.`;
    throw new ServiceError("NOT_FOUND", "report-not-found", message);
  }
  const { content: contentText, ...rest } = row;
  const content = ReportContent.parse(JSON.parse(contentText));
  return { ...rest, content, contentText };
}
