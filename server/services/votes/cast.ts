import { type CastVotesAnswer, CastVotesInput } from "@/lib/schemas/vote";
import { parseInput } from "../parse-input";
import { pickNext } from "../statements/pick-next";
import { translateNext } from "../translations/translate-next";
import { assertOpen } from "./assert-open";
import { findVoter, tokenOf } from "./find-voter";
import type { Credentials, VoteContext } from "./vote-context";

/**
 * Casts votes for a participant, known or new, and resolves once they are durable.
 * @param input.count how many next statements to answer with
 * @throws ServiceError BAD_REQUEST, UNAUTHORIZED, NOT_FOUND (conversation or statement),
 *   PRECONDITION_FAILED (closed, not open yet, statement rejected, or on stage with its voting closed), TOO_MANY_REQUESTS,
 *   SERVICE_UNAVAILABLE: in each case no vote of this request was acknowledged
 */
export async function castVotes(
  ctx: VoteContext,
  input: { slug: string; body: unknown; credentials: Credentials; count: number },
): Promise<{ conversationId: number; answer: CastVotesAnswer }> {
  const { votes } = parseInput(CastVotesInput, input.body);
  const ballot = await ctx.ballots.get(input.slug);
  assertOpen(ballot.conversation, ctx.now());
  const conversationId = ballot.conversation.id;
  const isPresented = await ctx.publishedSessions.isRunning(conversationId);
  const voter = findVoter(ctx, conversationId, input.credentials, isPresented);
  const { tokenHash, verifiedBy = null } = voter;
  ctx.rateLimits.takeVotes(tokenHash, votes.length);
  const hasToken = "token" in voter;
  const receipt = await ctx.voteQueue.cast({
    conversationId,
    tokenHash,
    hasToken,
    verifiedBy,
    votes,
    arrivedAt: ctx.now(),
  });
  const { participantId, accepted, votedStatements } = receipt;
  const picked = pickNext(ballot, {
    voted: votedStatements,
    count: input.count,
    random: ctx.random,
  });
  const token = tokenOf(ctx, voter, { conversationId, participantId });
  return {
    conversationId,
    answer: {
      accepted,
      next: translateNext(ballot, picked.next, ctx),
      remaining: picked.remaining,
      participant: { id: participantId, token },
    },
  };
}
