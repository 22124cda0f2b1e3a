import type { Sql } from "@/server/db/client";
import { lockAndLoad, storeFlush } from "@/server/db/queries/vote-flush";
import { ServiceError } from "../errors";
import { toFlushColumns, toFlushKeys, toFlushState } from "./flush-rows";
import { type FlushState, planVotes, voterKey } from "./plan-votes";
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
    const keys = toFlushKeys(requests);
    const state = toFlushState(keys, await lockAndLoad(tx, keys));
    const plan = planVotes(requests, state, now);
    if (plan.cells.size > 0 || plan.newcomers.length > 0) {
      await storeFlush(tx, toFlushColumns(plan, state));
    }
    return requests.map((request, index) => {
      const outcome = plan.outcomes[index]!;
      return outcome instanceof ServiceError
        ? outcome
        : toReceipt(request, outcome.participantId, state);
    });
  });
}

function toReceipt(
  { conversationId, votes }: VoteRequest,
  participantId: number,
  state: FlushState,
): VoteReceipt {
  const voted = state.voted.get(voterKey(conversationId, participantId)) ?? [];
  const votedStatements = [...voted].sort((a, b) => a - b);
  return { participantId, accepted: votes.length, votedStatements };
}
