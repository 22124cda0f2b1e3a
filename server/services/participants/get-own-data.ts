import { OwnData } from "@/lib/schemas/own-data";
import {
  findParticipantRow,
  findResumeCodeOf,
  listOwnCells,
  listOwnHistory,
  listReportedVotes,
} from "@/server/db/queries/own-data";
import { listOwnStatementRows } from "@/server/db/queries/participation";
import { findKnownVoter } from "../votes/find-voter";
import type { Credentials, VoteContext } from "../votes/vote-context";

/**
 * All that is stored of whoever asks; of a stranger nothing is, which has the same shape.
 * @throws ServiceError NOT_FOUND; UNAUTHORIZED for a token that proves nothing
 */
export async function getOwnData(
  ctx: Pick<VoteContext, "db" | "ballots" | "secrets" | "now">,
  input: { slug: string; credentials: Omit<Credentials, "idempotencyKey"> },
): Promise<OwnData> {
  const { conversation } = await ctx.ballots.get(input.slug);
  const { id: conversationId, slug, title } = conversation;
  const head = {
    format: "plenum-own-data",
    version: 1,
    readAt: ctx.now().toISOString(),
    conversation: { slug, title },
  };
  const voter = findKnownVoter(ctx, conversationId, input.credentials);
  const key = voter && { conversationId, tokenHash: voter.tokenHash };
  const stored = await ctx.db.transaction(
    async (tx) => {
      const participant = key && (await findParticipantRow(tx, key));
      if (!key || !participant) return null;
      const whose = { conversationId, participantId: participant.id };
      return {
        participant,
        votes: await listOwnCells(tx, whose),
        voteHistory: await listOwnHistory(tx, whose),
        statements: await listOwnStatementRows(tx, key),
        reports: await listReportedVotes(tx, whose),
        resumeCode: await findResumeCodeOf(tx, whose),
      };
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
  const nothing = {
    participant: null,
    votes: [],
    voteHistory: [],
    statements: [],
    reports: [],
    resumeCode: null,
  };
  return OwnData.parse(toPlain({ ...head, ...(stored ?? nothing) }));
}

/** As JSON has it: dates become text; the schema then drops what is the server's own. */
function toPlain(value: object): unknown {
  return JSON.parse(JSON.stringify(value));
}
