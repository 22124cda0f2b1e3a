import { ResumeInput } from "@/lib/schemas/own-data";
import { hashResumeCode, openToken, readResumeCode } from "@/server/auth/resume-code";
import type { Transaction } from "@/server/db/client";
import { findLeaving, type Leaving } from "@/server/db/queries/deletion";
import { joinParticipants } from "@/server/db/queries/join-participants";
import { findParticipantId } from "@/server/db/queries/participation";
import { takeResumeCode } from "@/server/db/queries/resume-codes";
import { ServiceError } from "../errors";
import { parseInput } from "../parse-input";
import { isOpen } from "../votes/assert-open";
import { findKnownVoter } from "../votes/find-voter";
import type { Credentials, VoteContext } from "../votes/vote-context";
import { lockForDeletion, removeParticipant } from "./delete-own-data";

type ResumeContext = Pick<
  VoteContext,
  "db" | "ballots" | "secrets" | "rateLimits" | "addressKey" | "now"
>;

export interface Resumed {
  conversationId: number;
  participantId: number;
  token: string;
}

/**
 * Makes this device speak as the participant who was given the code. What it did before as somebody
 * else is joined to theirs when that is wanted, so that one person does not count twice: where both
 * voted, the newer vote holds.
 * @throws ServiceError BAD_REQUEST, NOT_FOUND (`resume-code-unknown`, also for one that was used or is
 *   too old), CONFLICT (`resume-has-own-votes`) until `join` is said, PRECONDITION_FAILED
 *   (`resume-closed`: after closing no votes are joined), TOO_MANY_REQUESTS
 */
export async function resume(
  ctx: ResumeContext,
  input: { slug: string; body: unknown; credentials: Omit<Credentials, "idempotencyKey"> },
): Promise<Resumed> {
  const { code: typed, join } = parseInput(ResumeInput, input.body);
  const { conversation } = await ctx.ballots.get(input.slug);
  const conversationId = conversation.id;
  ctx.rateLimits.takeResumeTry({ addressKey: ctx.addressKey, conversationId });
  const code = readResumeCode(typed);
  if (!code) throw unknownCode();
  const own = await findOwn(ctx, conversationId, input.credentials);
  return ctx.db.transaction(async (tx) => {
    await lockForDeletion(tx, conversationId);
    const secret = ctx.secrets.resumeCode;
    const codeHash = hashResumeCode(secret, conversationId, code);
    const taken = await takeResumeCode(tx, { conversationId, codeHash, now: ctx.now() });
    if (!taken) throw unknownCode();
    const { participantId, sealedToken } = taken;
    if (own && own.participantId !== participantId) {
      if (!join) throw hasOwnVotes();
      if (!isOpen(conversation, ctx.now())) throw tooLateToJoin();
      await joinParticipants(tx, { conversationId, from: own.participantId, to: participantId });
      await removeParticipant(tx, own, "keep");
    }
    const token = openToken(secret, { conversationId, code, sealedToken });
    return { conversationId, participantId, token };
  });
}

/** Whoever this device has been so far; null for nobody. */
async function findOwn(
  ctx: ResumeContext,
  conversationId: number,
  credentials: Omit<Credentials, "idempotencyKey">,
): Promise<Leaving | null> {
  const voter = findKnownVoter(ctx, conversationId, credentials);
  if (!voter) return null;
  return ctx.db.transaction(
    async (tx: Transaction) => {
      const key = { conversationId, tokenHash: voter.tokenHash };
      const participantId = await findParticipantId(tx, key);
      return participantId === null ? null : findLeaving(tx, { conversationId, participantId });
    },
    { isolationLevel: "repeatable read" },
  );
}

function unknownCode(): ServiceError {
  const message = "This code is unknown, or it was used already, or an hour has passed.";
  return new ServiceError("NOT_FOUND", "resume-code-unknown", message);
}

function hasOwnVotes(): ServiceError {
  const message = "This device has taken part as somebody else; say join to bring both together.";
  return new ServiceError("CONFLICT", "resume-has-own-votes", message);
}

function tooLateToJoin(): ServiceError {
  const message = "This device has votes of its own, and the conversation is closed.";
  return new ServiceError("PRECONDITION_FAILED", "resume-closed", message);
}
