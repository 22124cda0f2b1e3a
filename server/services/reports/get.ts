import { ReportContent } from "@/lib/schemas/report";
import { findAnalysis } from "@/server/db/queries/analyses";
import { findReport } from "@/server/db/queries/reports";
import {
  type PublishedAnalysis,
  toPublishedAnalysis,
} from "@/server/services/analyses/to-published";
import type { ServiceContext } from "@/server/services/context";
import { ServiceError } from "@/server/services/errors";

export interface Report {
  number: number;
  publishedAt: Date;
  content: ReportContent;
  published: PublishedAnalysis;
  voteListSha256: string;
  /** Votes of the frozen list that their owners have deleted since. */
  withdrawnVotes: number;
  /** Null where the server signed nothing. */
  signature: string | null;
}

/**
 * A published version of a conversation's report, with the analysis that it froze.
 * Whether the actor may see results is the caller's question to lib/results-policy.ts.
 * @throws ServiceError NOT_FOUND when no version has this number
 */
export async function getReport(
  ctx: Pick<ServiceContext, "db">,
  input: { conversationId: number; number: number },
): Promise<Report> {
  const report = await readReport(ctx, input.conversationId, input.number);
  if (report) return report;
  const message = `There is no version ${input.number} of this report.`;
  throw new ServiceError("NOT_FOUND", "report-not-found", message);
}

/** As getReport, the newest version; null while nothing is published. */
export async function findNewestReport(
  ctx: Pick<ServiceContext, "db">,
  input: { conversationId: number },
): Promise<Report | null> {
  return readReport(ctx, input.conversationId, "newest");
}

async function readReport(
  { db }: Pick<ServiceContext, "db">,
  conversationId: number,
  which: number | "newest",
): Promise<Report | null> {
  const row = await findReport(db, conversationId, which);
  const analysis = row && (await findAnalysis(db, conversationId, row.analysisVersion));
  if (!row || !analysis) return null;
  const { number, publishedAt, voteListSha256, withdrawnVotes, signature } = row;
  return {
    number,
    publishedAt,
    content: ReportContent.parse(row.content),
    published: toPublishedAnalysis(analysis),
    voteListSha256,
    withdrawnVotes,
    signature,
  };
}
