import type { ReportBody } from "@/lib/schemas/report";
import { findLatestAnalysis } from "@/server/db/queries/analyses";
import {
  type PublishedAnalysis,
  toPublishedAnalysis,
} from "@/server/services/analyses/to-published";
import type { ServiceContext } from "@/server/services/context";
import type { Conversation } from "@/server/services/conversations/conversation";
import { shownModeration } from "@/server/services/statements/list";
import { createReportBody } from "./create-body";
import { findNewestReport, getReport, type Report } from "./get";
import type { Participations } from "./participations";

/** Which report is asked for: the newest published one, else the live one; the live one; or a number. */
export type ReportVersionChoice = "newest" | "live" | number;

/** All that a report is made of, whatever it is made into. */
export interface ReportSource {
  /** Null: the live report, which changes with every vote. */
  release: Pick<
    Report,
    "number" | "publishedAt" | "voteListSha256" | "withdrawnVotes" | "signature"
  > | null;
  body: ReportBody;
  /** Null before the first analysis; there is one even when nobody has voted. */
  published: PublishedAnalysis | null;
}

interface Asked {
  conversation: Conversation;
  version: ReportVersionChoice;
  /** The reader's language: the live report has no other translations. */
  locale: string;
}

/**
 * Reads a report for a page or a file.
 * Whether the actor may see results is the caller's question to lib/results-policy.ts.
 * @throws ServiceError NOT_FOUND when no version has this number
 */
export async function loadReportSource(
  ctx: ServiceContext & { participations: Participations },
  { conversation, version, locale }: Asked,
): Promise<ReportSource> {
  const conversationId = conversation.id;
  if (typeof version === "number") {
    return toSource(await getReport(ctx, { conversationId, number: version }));
  }
  const newest = version === "newest" ? await findNewestReport(ctx, { conversationId }) : null;
  if (newest) return toSource(newest);
  const row = await findLatestAnalysis(ctx.db, conversationId);
  const participation = await ctx.participations.get({
    conversationId,
    voteSeq: row?.voteSeq ?? 0,
    shown: shownModeration(conversation.settings),
  });
  return {
    release: null,
    body: await createReportBody(ctx, { conversation, participation, locale }),
    published: row && toPublishedAnalysis(row),
  };
}

function toSource({ content, published, ...release }: Report): ReportSource {
  return { release, body: content, published };
}
