import { listReportRows } from "@/server/db/queries/reports";
import type { ServiceContext } from "@/server/services/context";

export interface ReportVersion {
  number: number;
  analysisVersion: number;
  publishedAt: Date;
  participants: number;
  votes: number;
  voteListSha256: string;
  withdrawnVotes: number;
  isSigned: boolean;
}

/**
 * The published versions of a conversation's report, the first one first; empty while there is none.
 * Whether the actor may see results is the caller's question to lib/results-policy.ts.
 */
export async function listReports(
  ctx: Pick<ServiceContext, "db">,
  input: { conversationId: number },
): Promise<ReportVersion[]> {
  return listReportRows(ctx.db, input.conversationId);
}
