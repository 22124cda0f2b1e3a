import { type OwnVote, OwnVote as OwnVoteSchema } from "@/lib/schemas/participation";
import { listOwnVoteRows } from "@/server/db/queries/participation";
import { findKnownVoter } from "./find-voter";
import type { Credentials, VoteContext } from "./vote-context";

/**
 * The current votes of whoever asks, newest first; empty for a stranger.
 * @throws ServiceError NOT_FOUND; UNAUTHORIZED for a token that proves nothing
 */
export async function listOwnVotes(
  ctx: Pick<VoteContext, "db" | "ballots" | "secrets">,
  input: { slug: string; credentials: Omit<Credentials, "idempotencyKey"> },
): Promise<OwnVote[]> {
  const { conversation } = await ctx.ballots.get(input.slug);
  const voter = findKnownVoter(ctx, conversation.id, input.credentials);
  if (!voter) return [];
  const { tokenHash } = voter;
  const rows = await listOwnVoteRows(ctx.db, { conversationId: conversation.id, tokenHash });
  return rows.map((row) => OwnVoteSchema.parse({ ...row, at: row.at.toISOString() }));
}
