import type { Sql } from "@/server/db/client";
import { listVotedStatements, lockAndLoad, storeFlush } from "@/server/db/queries/vote-flush";
import { ServiceError } from "../errors";
import { toFlushColumns, toFlushKeys, toFlushState } from "./flush-rows";
import { planVotes, type VotePlan } from "./plan-votes";
import type { VoteReceipt, VoteRequest } from "./vote-queue";

/**
 * Stores the votes of many requests in one transaction, under the lock of their conversations'
 * queue rows, so that vote_seq has no gaps and commit order is sequence order.
 * @returns one outcome a request, in order; when it throws, nothing was acknowledged
 */
export async function flushVotes(
  sql: Sql,
  requests: VoteRequest[],
  now: Date,
): Promise<(VoteReceipt | ServiceError)[]> {
  return sql.begin(async (tx) => {
    const loaded = await lockAndLoad(tx, toFlushKeys(requests));
    const state = toFlushState(loaded);
    const plan = planVotes(requests, state, now);
    const hasWrites = plan.cells.size > 0 || plan.newcomers.length > 0;
    const [, voted] = await Promise.all([
      hasWrites ? storeFlush(tx, toFlushColumns(plan, state)) : null,
      listVotedStatements(tx, votersOf(requests, plan)),
    ]);
    const votedBy = new Map(
      voted.map((row) => [voterKey(row.conversation_id, row.participant_id), row.voted]),
    );
    return requests.map((request, index) => {
      const outcome = plan.outcomes[index]!;
      if (outcome instanceof ServiceError) return outcome;
      const { participantId } = outcome;
      const votedStatements = votedBy.get(voterKey(request.conversationId, participantId)) ?? [];
      return { participantId, accepted: request.votes.length, votedStatements };
    });
  });
}

/** Everybody who gets a receipt, once. */
function votersOf(requests: VoteRequest[], plan: VotePlan) {
  const voters = new Map<string, [number, number]>();
  for (const [index, outcome] of plan.outcomes.entries()) {
    if (outcome instanceof ServiceError) continue;
    const { conversationId } = requests[index]!;
    const { participantId } = outcome;
    voters.set(voterKey(conversationId, participantId), [conversationId, participantId]);
  }
  const pairs = [...voters.values()];
  return {
    conversationIds: pairs.map(([conversationId]) => conversationId),
    participantIds: pairs.map(([, participantId]) => participantId),
  };
}

function voterKey(conversationId: number, participantId: number): string {
  return `${conversationId}/${participantId}`;
}
