import type {
  CellColumns,
  FlushColumns,
  FlushKeys,
  lockAndLoad,
} from "@/server/db/queries/vote-flush";
import {
  type Cell,
  cellKey,
  type FlushState,
  participantKey,
  statementKey,
  type VotePlan,
} from "./plan-votes";
import type { VoteRequest } from "./vote-queue";

/** What has to be read for these requests, each key once. */
export function toFlushKeys(requests: VoteRequest[]): FlushKeys {
  const conversations = new Set<number>();
  const participants = new Map<string, VoteRequest>();
  const statements = new Map<string, [number, number]>();
  const cells = new Map<string, [VoteRequest, number]>();
  for (const request of requests) {
    const { conversationId, tokenHash } = request;
    const participant = participantKey(conversationId, tokenHash);
    conversations.add(conversationId);
    participants.set(participant, request);
    for (const { statement } of request.votes) {
      statements.set(statementKey(conversationId, statement), [conversationId, statement]);
      cells.set(`${participant}/${statement}`, [request, statement]);
    }
  }
  const cellKeys = [...cells.values()];
  return {
    conversationIds: [...conversations],
    participants: {
      conversationIds: [...participants.values()].map((request) => request.conversationId),
      tokenHashes: [...participants.values()].map((request) => request.tokenHash),
    },
    statements: {
      conversationIds: [...statements.values()].map(([conversationId]) => conversationId),
      statementIds: [...statements.values()].map(([, statement]) => statement),
    },
    cells: {
      conversationIds: cellKeys.map(([request]) => request.conversationId),
      tokenHashes: cellKeys.map(([request]) => request.tokenHash),
      statementIds: cellKeys.map(([, statement]) => statement),
    },
  };
}

/** The rows read under the lock, as planning wants them. */
export function toFlushState(rows: Awaited<ReturnType<typeof lockAndLoad>>): FlushState {
  const counters = new Map(rows.queue.map((row) => [row.conversation_id, row]));
  const state: FlushState = {
    conversations: new Map(),
    participants: new Map(),
    statements: new Map(),
    cells: new Map(),
  };
  for (const row of rows.conversations) {
    const counter = counters.get(row.id);
    if (!counter) continue; // being deleted
    state.conversations.set(row.id, {
      state: row.state,
      opensAt: toDate(row.opens_at_ms),
      closesAt: toDate(row.closes_at_ms),
      moderation: row.moderation ?? "lenient",
      voteSeq: counter.vote_seq,
      nextParticipantId: counter.next_participant_id,
      isDue: counter.is_due,
    });
  }
  for (const row of rows.participants) {
    state.participants.set(participantKey(row.conversation_id, row.token_hash), row.id);
  }
  for (const row of rows.statements) {
    const statement = { moderation: row.moderation, authorId: row.author_id };
    state.statements.set(statementKey(row.conversation_id, row.id), statement);
  }
  for (const row of rows.cells) {
    const cell: Cell = {
      conversationId: row.conversation_id,
      participantId: row.participant_id,
      statementId: row.statement_id,
      value: row.value,
      important: row.important,
      clientSeq: row.client_seq,
      voteSeq: row.vote_seq,
    };
    state.cells.set(cellKey(cell.conversationId, cell.participantId, cell.statementId), cell);
  }
  return state;
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
