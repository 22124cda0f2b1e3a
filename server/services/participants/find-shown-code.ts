import { hashResumeCode } from "@/server/auth/resume-code";
import { findResumeCodeOf } from "@/server/db/queries/own-data";
import { findParticipantId } from "@/server/db/queries/participation";
import { findKnownVoter } from "../votes/find-voter";
import type { Credentials, VoteContext } from "../votes/vote-context";
import type { ResumeCode } from "./create-resume-code";

/** The code that this browser keeps, as long as it may still be entered on another device; else null. */
export async function findShownCode(
  ctx: Pick<VoteContext, "db" | "ballots" | "secrets" | "now">,
  input: {
    slug: string;
    code: string | null;
    credentials: Omit<Credentials, "idempotencyKey">;
  },
): Promise<ResumeCode | null> {
  const { code } = input;
  const { conversation } = await ctx.ballots.get(input.slug);
  const conversationId = conversation.id;
  const voter = findKnownVoter(ctx, conversationId, input.credentials);
  if (!voter || code === null) return null;
  const key = { conversationId, tokenHash: voter.tokenHash };
  const participantId = await findParticipantId(ctx.db, key);
  if (participantId === null) return null;
  const stored = await findResumeCodeOf(ctx.db, { conversationId, participantId });
  const isIt = stored?.codeHash === hashResumeCode(ctx.secrets.resumeCode, conversationId, code);
  return stored && isIt && stored.expiresAt > ctx.now()
    ? { code, expiresAt: stored.expiresAt }
    : null;
}
