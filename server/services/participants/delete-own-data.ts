import { sql } from "drizzle-orm";
import { type DeletedData, DeleteOwnDataInput } from "@/lib/schemas/own-data";
import type { Transaction } from "@/server/db/client";
import { lockQueueRow } from "@/server/db/queries/analysis-queue";
import {
  countStandingVotes,
  deleteStatements,
  findLeaving,
  type Leaving,
  listVotedSince,
  noteDeletion,
} from "@/server/db/queries/deletion";
import { participantTables } from "@/server/db/queries/participant-tables";
import { findParticipantId, type ParticipantKey } from "@/server/db/queries/participation";
import { parseInput } from "../parse-input";
import { findKnownVoter } from "../votes/find-voter";
import type { Credentials, VoteContext } from "../votes/vote-context";

const nothing: DeletedData = { votes: 0, statementsKept: 0, statementsWithdrawn: 0 };

/**
 * Deletes all that is stored of whoever asks, in a closed conversation too; nothing of a stranger or
 * for the second time. A statement that others voted on stays, without its author.
 * @throws ServiceError BAD_REQUEST, NOT_FOUND; UNAUTHORIZED for a token that proves nothing;
 *   TOO_MANY_REQUESTS
 */
export async function deleteOwnData(
  ctx: Pick<VoteContext, "db" | "ballots" | "secrets" | "rateLimits" | "addressKey">,
  input: { slug: string; body: unknown; credentials: Omit<Credentials, "idempotencyKey"> },
): Promise<{ conversationId: number; deleted: DeletedData }> {
  const { statements } = parseInput(DeleteOwnDataInput, input.body);
  const { conversation } = await ctx.ballots.get(input.slug);
  const conversationId = conversation.id;
  const voter = findKnownVoter(ctx, conversationId, input.credentials);
  if (!voter) return { conversationId, deleted: nothing };
  ctx.rateLimits.takeDeletion(ctx.addressKey);
  const key = { conversationId, tokenHash: voter.tokenHash };
  const leaving = await ctx.db.transaction((tx) => lookUp(tx, key), {
    isolationLevel: "repeatable read",
  });
  if (!leaving) return { conversationId, deleted: nothing };
  const deleted = await ctx.db.transaction(async (tx) => {
    await lockForDeletion(tx, conversationId);
    const isStillThere = (await findParticipantId(tx, key)) === leaving.participantId;
    return isStillThere ? removeParticipant(tx, leaving, statements) : nothing;
  });
  return { conversationId, deleted };
}

async function lookUp(tx: Transaction, key: ParticipantKey): Promise<Leaving | null> {
  const participantId = await findParticipantId(tx, key);
  if (participantId === null) return null;
  return findLeaving(tx, { conversationId: key.conversationId, participantId });
}

/** Votes wait for it, and none comes in between. */
export async function lockForDeletion(tx: Transaction, conversationId: number): Promise<void> {
  await tx.execute(sql`select set_config('synchronous_commit', 'on', true),
    set_config('lock_timeout', '5s', true)`);
  await lockQueueRow(tx, conversationId);
}

/** Removes a participant from every table; the caller holds the queue row's lock. */
export async function removeParticipant(
  tx: Transaction,
  leaving: Leaving,
  statements: DeleteOwnDataInput["statements"],
): Promise<DeletedData> {
  const { conversationId } = leaving;
  const withdrawn = statements === "withdraw" ? await listUnvoted(tx, leaving) : [];
  const votes = await countStandingVotes(tx, leaving);
  await deleteStatements(tx, conversationId, withdrawn);
  for (const { remove } of participantTables) await remove(tx, leaving);
  await noteDeletion(tx, conversationId, votes);
  return {
    votes,
    statementsKept: leaving.statements.length - withdrawn.length,
    statementsWithdrawn: withdrawn.length,
  };
}

async function listUnvoted(tx: Transaction, leaving: Leaving): Promise<number[]> {
  const unvoted = leaving.statements.filter((id) => !leaving.votedByOthers.includes(id));
  const votedSince = new Set(await listVotedSince(tx, leaving, unvoted));
  return unvoted.filter((id) => !votedSince.has(id));
}
