import type { OwnStatement } from "@/lib/schemas/participation";
import { listOwnStatementRows } from "@/server/db/queries/participation";
import { findKnownVoter } from "../votes/find-voter";
import type { Credentials, VoteContext } from "../votes/vote-context";

/**
 * What became of the statements that somebody wrote; empty for a stranger.
 * @throws ServiceError NOT_FOUND; UNAUTHORIZED for a token that proves nothing
 */
export async function listOwnStatements(
  ctx: Pick<VoteContext, "db" | "ballots" | "secrets">,
  input: { slug: string; credentials: Omit<Credentials, "idempotencyKey"> },
): Promise<OwnStatement[]> {
  const { conversation } = await ctx.ballots.get(input.slug);
  const voter = findKnownVoter(ctx, conversation.id, input.credentials);
  if (!voter) return [];
  const { tokenHash } = voter;
  const rows = await listOwnStatementRows(ctx.db, { conversationId: conversation.id, tokenHash });
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
}
