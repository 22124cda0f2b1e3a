import type {
  CellColumns,
  CellRow,
  FlushColumns,
  FlushKeys,
  QueueRow,
} from "@/server/db/queries/vote-flush";
import {
  type Cell,
  cellKey,
  type FlushState,
  participantKey,
  statementKey,
  type VotePlan,
  voterKey,
} from "./plan-votes";
import type { VoteRequest } from "./vote-queue";

/** What has to be read for these requests, each cell once. */
export function toFlushKeys(requests: VoteRequest[]): FlushKeys {
  const keys: FlushKeys = {
    conversationIds: [],
    tokenHashes: [],
    statementIds: [],
    isNewVoter: [],
  };
  const asked = new Map<string, Set<number>>();
  for (const { conversationId, tokenHash, votes } of requests) {
    const voter = participantKey(conversationId, tokenHash);
    const known = asked.get(voter);
    const statements = known ?? new Set<number>();
    if (!known) asked.set(voter, statements);
    for (const { statement } of votes) {
      if (statements.has(statement)) continue;
      keys.conversationIds.push(conversationId);
      keys.tokenHashes.push(tokenHash);
      keys.statementIds.push(statement);
      keys.isNewVoter.push(statements.size === 0 ? 1 : 0);
      statements.add(statement);
    }
  }
  return keys;
}

/** The rows read under the lock, as planning wants them. */
export function toFlushState(
  keys: FlushKeys,
  rows: { queue: QueueRow[]; cells: CellRow[] },
): FlushState {
  const queue = new Map(rows.queue.map((row) => [row.conversation_id, row]));
  const state: FlushState = {
    conversations: new Map(),
    participants: new Map(),
    statements: new Map(),
    cells: new Map(),
    voted: new Map(),
  };
  for (const row of rows.cells) {
    const at = row.ordinal - 1;
    const conversationId = keys.conversationIds[at]!;
    const statementId = keys.statementIds[at]!;
    const tokenHash = keys.tokenHashes[at]!;
    addConversation(state, conversationId, row, queue.get(conversationId));
    if (row.moderation !== null) {
      const statement = {
        moderation: row.moderation,
        authorId: row.author_id,
        stageClosedAt: toDate(row.stage_closed_at_ms),
      };
      state.statements.set(statementKey(conversationId, statementId), statement);
    }
    if (row.participant_id !== null) {
      addParticipant(state, { conversationId, tokenHash, statementId }, row, row.participant_id);
    }
  }
  return state;
}

function addConversation(
  state: FlushState,
  id: number,
  row: CellRow,
  queue: QueueRow | undefined,
): void {
  // Without a queue row the conversation is being deleted.
  if (state.conversations.has(id) || !queue) return;
  state.conversations.set(id, {
    state: row.state,
    opensAt: toDate(row.opens_at_ms),
    closesAt: toDate(row.closes_at_ms),
    moderation: row.conversation_moderation ?? "lenient",
    voteSeq: queue.vote_seq,
    nextParticipantId: queue.next_participant_id,
    isDue: queue.is_due,
  });
}

function addParticipant(
  state: FlushState,
  asked: { conversationId: number; tokenHash: string; statementId: number },
  row: CellRow,
  participantId: number,
): void {
  const { conversationId, tokenHash, statementId } = asked;
  state.participants.set(participantKey(conversationId, tokenHash), participantId);
  if (row.voted) state.voted.set(voterKey(conversationId, participantId), new Set(row.voted));
  if (row.vote_seq === null) return;
  state.cells.set(cellKey(conversationId, participantId, statementId), {
    conversationId,
    participantId,
    statementId,
    value: row.value,
    important: row.important ?? false,
    clientSeq: row.client_seq ?? 0,
    voteSeq: row.vote_seq,
  });
}

/** The plan as one array a column. */
export function toFlushColumns(plan: VotePlan, state: FlushState): FlushColumns {
  const cells = [...plan.cells.values()];
  const changedIds = [...new Set(plan.history.map((cell) => cell.conversationId))];
  const touched = new Set([
    ...changedIds,
    ...plan.newcomers.map((newcomer) => newcomer.conversationId),
  ]);
  const counters = [...touched].map((id) => ({ id, ...state.conversations.get(id)! }));
  return {
    newcomers: {
      conversationIds: plan.newcomers.map((newcomer) => newcomer.conversationId),
      participantIds: plan.newcomers.map((newcomer) => newcomer.participantId),
      tokenHashes: plan.newcomers.map((newcomer) => newcomer.tokenHash),
      verifiers: plan.newcomers.map((newcomer) => newcomer.verifiedBy),
    },
    history: toCellColumns(plan.history),
    cells: { ...toCellColumns(cells), clientSeqs: cells.map((cell) => cell.clientSeq) },
    counters: {
      conversationIds: counters.map((counter) => counter.id),
      voteSeqs: counters.map((counter) => counter.voteSeq),
      nextParticipantIds: counters.map((counter) => counter.nextParticipantId),
    },
    changedIds,
    newlyDueIds: changedIds.filter((id) => !state.conversations.get(id)!.isDue),
  };
}

function toCellColumns(cells: Cell[]): CellColumns {
  return {
    conversationIds: cells.map((cell) => cell.conversationId),
    participantIds: cells.map((cell) => cell.participantId),
    statementIds: cells.map((cell) => cell.statementId),
    values: cells.map((cell) => cell.value),
    importants: cells.map((cell) => (cell.important ? 1 : 0)),
    voteSeqs: cells.map((cell) => cell.voteSeq),
  };
}

function toDate(epochMs: number | null): Date | null {
  return epochMs === null ? null : new Date(epochMs);
}
