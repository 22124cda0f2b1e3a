import { randomBytes } from "node:crypto";
import { summarizeParticipation } from "@/lib/reports/summarize-participation";
import { unpackPrevious } from "@/lib/results/pack-previous";
import type { ReportContent } from "@/lib/schemas/report";
import { PublishReportInput } from "@/lib/schemas/report-settings";
import { portableCryptography } from "@/lib/verify/portable-cryptography";
import { saltVoteList } from "@/lib/verify/salt-vote-list";
import type { Transaction } from "@/server/db/client";
import { lockQueueRow, markDue } from "@/server/db/queries/analysis-queue";
import { findConversationById } from "@/server/db/queries/conversations";
import { countParticipation } from "@/server/db/queries/participation-counts";
import { freezeVotes, hashFrozenVotes } from "@/server/db/queries/report-votes";
import {
  countNewestVotes,
  findExactAnalysis,
  getNextReportNumber,
  getSeqs,
  insertReport,
  tryPublishingLock,
} from "@/server/db/queries/reports";
import { toWholeAnalysis } from "@/server/services/analyses/to-published";
import { recordAudit } from "@/server/services/audit/record";
import { type Conversation, toConversation } from "@/server/services/conversations/conversation";
import { ServiceError } from "@/server/services/errors";
import { parseInput } from "@/server/services/parse-input";
import { requirePermission } from "@/server/services/permissions/require-permission";
import { shownModeration } from "@/server/services/statements/list";
import { createReportBody } from "./create-body";
import type { ReportContext } from "./report-context";

export interface PublishedReport {
  number: number;
  analysisVersion: number;
  voteListSha256: string;
}

type ExactAnalysis = NonNullable<Awaited<ReturnType<typeof findExactAnalysis>>>;

/** Of those that the figures of now tell: what is published should not look like another conversation. */
const LEAST_SHARE_OF_VOTES = 0.95;

/**
 * Freezes the newest complete analysis, the votes that it follows from and every word of the report as
 * its next version, all in one transaction. Voting goes on meanwhile.
 * @throws ServiceError as requirePermission; PRECONDITION_FAILED for a draft, and while no analysis is
 *   complete and has nearly all votes, or once voting is over all (one is then asked for); CONFLICT when somebody else publishes, or a participant deletes
 *   their data, at the same moment
 */
export async function publishReport(
  ctx: ReportContext,
  input: PublishReportInput,
): Promise<PublishedReport> {
  const { conversationId } = parseInput(PublishReportInput, input);
  await requirePermission(ctx, conversationId, "publish");
  try {
    return await ctx.db.transaction((tx) => freezeReport(ctx, tx, conversationId));
  } catch (error) {
    const isBehind = error instanceof ServiceError && error.reason === "analysis-not-ready";
    if (isBehind) await markDue(ctx.db, conversationId);
    throw error;
  }
}

async function freezeReport(
  ctx: ReportContext,
  tx: Transaction,
  conversationId: number,
): Promise<PublishedReport> {
  if (!(await tryPublishingLock(tx, conversationId))) {
    throw new ServiceError("CONFLICT", "publishing-already", "Somebody else is publishing now.");
  }
  const conversation = await getOpened(ctx, tx, conversationId);
  // After its state: once that is closed no vote can be added.
  const { deletionSeq, voteSeq: newestVote } = await getSeqs(tx, conversationId);
  const found = await findExactAnalysis(tx, conversationId);
  if (!found) throw notReady("There is no complete analysis yet.");
  await requireRecent(tx, conversation, { found, newestVote });
  const number = await getNextReportNumber(tx, conversationId);
  await freezeList(tx, { conversationId, number, found });
  const publishedAt = ctx.now();
  const { version: analysisVersion, voteSeq } = found;
  const shown = shownModeration(conversation.settings);
  const of = { conversationId, reportNumber: number, voteSeq, shown };
  const participation = summarizeParticipation(await countParticipation(tx, of));
  const body = await createReportBody({ ...ctx, db: tx }, { conversation, participation });
  const content: ReportContent = {
    format: "plenum-report",
    formatVersion: 1,
    number,
    publishedAt: publishedAt.toISOString(),
    analysisVersion,
    ...body,
  };
  const proof = await proveReport(ctx, tx, { conversationId, number, found, content });
  const publishedBy = ctx.actor.kind === "user" ? ctx.actor.userId : null;
  const row = { conversationId, number, analysisVersion, publishedAt, publishedBy, content };
  await insertReport(tx, { ...row, ...proof });
  const published = { number, analysisVersion, voteListSha256: proof.voteListSha256 };
  await recordAudit(tx, ctx, { conversationId, action: "report.publish", details: published });
  await requireNobodyLeft(tx, conversationId, deletionSeq);
  return published;
}

async function getOpened(
  ctx: ReportContext,
  tx: Transaction,
  conversationId: number,
): Promise<Conversation> {
  const row = await findConversationById(tx, conversationId);
  if (row && row.state !== "draft") return toConversation(row, ctx.now());
  const message = "A draft has no results to report on.";
  throw new ServiceError("PRECONDITION_FAILED", "not-opened", message);
}

/** While people vote it is always a little behind; once they no longer can, every vote is in it. */
async function requireRecent(
  tx: Transaction,
  { id, state }: Conversation,
  { found, newestVote }: { found: ExactAnalysis; newestVote: number },
): Promise<void> {
  const isBehind =
    state === "closed"
      ? found.voteSeq < newestVote
      : found.core.votes < LEAST_SHARE_OF_VOTES * (await countNewestVotes(tx, id));
  if (isBehind) throw notReady("The last votes are not in a complete analysis yet.");
}

async function freezeList(
  tx: Transaction,
  list: { conversationId: number; number: number; found: ExactAnalysis },
): Promise<void> {
  const { conversationId, number: reportNumber, found } = list;
  const counts = await freezeVotes(tx, {
    conversationId,
    reportNumber,
    voteSeq: found.voteSeq,
    groups: found.positions ? listGroups(found.positions) : noGroups,
  });
  // Somebody who was deleted or excluded since is in the analysis and no longer in the list.
  const { participants, votes } = found.core;
  if (counts.participants !== participants || counts.votes !== votes) {
    throw notReady("The newest complete analysis counts votes that are no longer there.");
  }
}

const noGroups = { participants: new Int32Array(), groupIds: new Int32Array() };

function listGroups(positions: Uint8Array) {
  const { participants, groupIds } = unpackPrevious(positions);
  const isInGroup = (_: number, row: number) => groupIds[row] !== -1;
  return {
    participants: participants.filter(isInGroup),
    groupIds: groupIds.filter((id) => id !== -1),
  };
}

async function proveReport(
  ctx: ReportContext,
  tx: Transaction,
  report: { conversationId: number; number: number; found: ExactAnalysis; content: ReportContent },
) {
  const { conversationId, number: reportNumber, found, content } = report;
  const listSha256 = await hashFrozenVotes(tx, { conversationId, reportNumber });
  const voteListSalt = randomBytes(32).toString("hex");
  const voteListSha256 = saltVoteList(portableCryptography, { salt: voteListSalt, listSha256 });
  const { analysis } = toWholeAnalysis(found);
  const signature = (await ctx.signReport?.({ content, analysis, voteListSha256 })) ?? null;
  return { voteListSha256, voteListSalt, signature };
}

/** Whoever is deleted from now on is removed from this report too; votes wait for this, but briefly. */
async function requireNobodyLeft(
  tx: Transaction,
  conversationId: number,
  deletionSeq: number,
): Promise<void> {
  const queue = await lockQueueRow(tx, conversationId);
  if (queue?.deletionSeq === deletionSeq) return;
  const message = "A participant deleted their data while the report was being frozen; try again.";
  throw new ServiceError("CONFLICT", "participant-left", message);
}

function notReady(message: string): ServiceError {
  return new ServiceError("PRECONDITION_FAILED", "analysis-not-ready", message);
}
