import { hashResumeCode, createResumeCode as makeCode, sealToken } from "@/server/auth/resume-code";
import { deleteExpiredResumeCodes, storeResumeCode } from "@/server/db/queries/resume-codes";
import { ServiceError } from "../errors";
import { findKnownVoter, participantGone } from "../votes/find-voter";
import type { Credentials, VoteContext } from "../votes/vote-context";

/** Long enough to find the other device. */
const LIFETIME_MS = 60 * 60 * 1000;

export interface ResumeCode {
  code: string;
  expiresAt: Date;
}

/**
 * Makes the code that carries whoever asks to another device, once and within an hour; an earlier one
 * no longer counts. It is not stored, and without it nobody gets at the token that is.
 * @throws ServiceError NOT_FOUND; UNAUTHORIZED for a stranger; TOO_MANY_REQUESTS
 */
export async function createResumeCode(
  ctx: Pick<VoteContext, "db" | "ballots" | "secrets" | "rateLimits" | "now">,
  input: { slug: string; credentials: Omit<Credentials, "idempotencyKey"> },
): Promise<ResumeCode & { conversationId: number }> {
  const { conversation } = await ctx.ballots.get(input.slug);
  const conversationId = conversation.id;
  const voter = findKnownVoter(ctx, conversationId, input.credentials);
  if (!voter) {
    const message = "There is nothing to carry over: no vote or statement came from here.";
    throw new ServiceError("UNAUTHORIZED", "participant-unknown", message);
  }
  const { tokenHash, token } = voter;
  ctx.rateLimits.takeResumeCode(tokenHash);
  const secret = ctx.secrets.resumeCode;
  const code = makeCode();
  const expiresAt = new Date(ctx.now().getTime() + LIFETIME_MS);
  await deleteExpiredResumeCodes(ctx.db, conversationId, ctx.now());
  const isStored = await storeResumeCode(
    ctx.db,
    { conversationId, tokenHash },
    {
      codeHash: hashResumeCode(secret, conversationId, code),
      sealedToken: sealToken(secret, { conversationId, code, token }),
      expiresAt,
    },
  );
  if (!isStored) throw participantGone();
  return { conversationId, code, expiresAt };
}
