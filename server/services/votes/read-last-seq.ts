import { readLastClientSeq } from "@/server/db/queries/participation";
import { findKnownVoter } from "./find-voter";
import type { Credentials, VoteContext } from "./vote-context";

/**
 * The highest number that whoever asks has given to a vote, 0 for a stranger. A browser counts on from
 * it, so that a clock which is or was wrong makes no new vote look older than one that is stored.
 * @throws ServiceError NOT_FOUND; UNAUTHORIZED for a token that proves nothing
 */
export async function readLastSeq(
  ctx: Pick<VoteContext, "db" | "ballots" | "secrets">,
  input: { slug: string; credentials: Omit<Credentials, "idempotencyKey"> },
): Promise<number> {
  const { conversation } = await ctx.ballots.get(input.slug);
  const voter = findKnownVoter(ctx, conversation.id, input.credentials);
  if (!voter) return 0;
  const { tokenHash } = voter;
  return readLastClientSeq(ctx.db, { conversationId: conversation.id, tokenHash });
}
