import type { NextAnswer } from "@/lib/schemas/participation";
import { listVotedStatementIds } from "@/server/db/queries/participation";
import { translateNext } from "../translations/translate-next";
import { isOpen } from "../votes/assert-open";
import { findKnownVoter } from "../votes/find-voter";
import type { Credentials, VoteContext } from "../votes/vote-context";
import { pickNext } from "./pick-next";

/**
 * Statements for somebody to vote on next, drawn by their priority in the newest analysis; none when
 * the conversation takes no votes now.
 * @throws ServiceError NOT_FOUND; UNAUTHORIZED for a token that proves nothing
 */
export async function listNextStatements(
  ctx: Pick<VoteContext, "db" | "ballots" | "secrets" | "now" | "random" | "locale" | "translator">,
  input: { slug: string; credentials: Omit<Credentials, "idempotencyKey">; count: number },
): Promise<NextAnswer> {
  const ballot = await ctx.ballots.get(input.slug);
  const { id: conversationId } = ballot.conversation;
  const voter = findKnownVoter(ctx, conversationId, input.credentials);
  if (!isOpen(ballot.conversation, ctx.now())) return { next: [], remaining: 0 };
  const voted = voter
    ? await listVotedStatementIds(ctx.db, { conversationId, tokenHash: voter.tokenHash })
    : [];
  const picked = pickNext(ballot, { voted, count: input.count, random: ctx.random });
  return { ...picked, next: translateNext(ballot, picked.next, ctx) };
}
