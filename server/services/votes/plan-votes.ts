import type { VoteInput } from "@/lib/schemas/vote";
import { ServiceError } from "../errors";
import { assertOpen, conversationNotFound, type OpeningTimes } from "./assert-open";
import { participantGone } from "./find-voter";
import type { VoteRequest } from "./vote-queue";

export interface PlannedConversation extends OpeningTimes {
  /** `lenient`: pending statements take votes too. */
  moderation: "lenient" | "strict";
  voteSeq: number;
  nextParticipantId: number;
  /** Whether an analysis is wanted already. */
  isDue: boolean;
}

/** One cell of current_votes. */
export interface Cell {
  conversationId: number;
  participantId: number;
  statementId: number;
  value: number | null;
  important: boolean;
  clientSeq: number;
  voteSeq: number;
}

/** What a flush read under the lock; planning brings it up to date as it goes. */
export interface FlushState {
  conversations: Map<number, PlannedConversation>;
  /** Participant id by `participantKey`. */
  participants: Map<string, number>;
  /** By `statementKey`. */
  statements: Map<
    string,
    {
      moderation: "pending" | "accepted" | "rejected";
      authorId: number | null;
      /** Since when it takes no votes because it is on stage; null: it does. */
      stageClosedAt: Date | null;
    }
  >;
  /** By `cellKey`. */
  cells: Map<string, Cell>;
  /** Statements with a current vote, by `voterKey`. */
  voted: Map<string, Set<number>>;
}

/** What a flush has to write. */
export interface VotePlan {
  /** One a request, in order. */
  outcomes: ({ participantId: number } | ServiceError)[];
  newcomers: {
    conversationId: number;
    participantId: number;
    tokenHash: string;
    verifiedBy: string | null;
  }[];
  /** Real changes, in the order of their vote_seq. */
  history: Cell[];
  /** The last state of each cell that changed, be it only in clientSeq. */
  cells: Map<string, Cell>;
}

/**
 * Decides what the votes of many requests change, in the order they came. A request that is refused
 * changes nothing and stops no other one.
 */
export function planVotes(requests: VoteRequest[], state: FlushState, now: Date): VotePlan {
  const plan: VotePlan = { outcomes: [], newcomers: [], history: [], cells: new Map() };
  for (const request of requests) plan.outcomes.push(planRequest(request, state, plan, now));
  return plan;
}

export const participantKey = (conversationId: number, tokenHash: string) =>
  `${conversationId}/${tokenHash}`;
export const statementKey = (conversationId: number, statementId: number) =>
  `${conversationId}/${statementId}`;
export const cellKey = (conversationId: number, participantId: number, statementId: number) =>
  `${conversationId}/${participantId}/${statementId}`;

export const voterKey = (conversationId: number, participantId: number) =>
  `${conversationId}/${participantId}`;

function planRequest(
  request: VoteRequest,
  state: FlushState,
  plan: VotePlan,
  now: Date,
): VotePlan["outcomes"][number] {
  const conversation = state.conversations.get(request.conversationId);
  try {
    if (!conversation) throw conversationNotFound();
    assertOpen(conversation, now);
    const known = state.participants.get(participantKey(request.conversationId, request.tokenHash));
    if (known === undefined && request.hasToken) throw participantGone();
    const scope = { request, state, conversation, known, now };
    for (const vote of request.votes) assertVotable(vote, scope);
    const participantId = known ?? addNewcomer(request, state, plan, conversation);
    for (const vote of request.votes) {
      planVote(vote, { conversationId: request.conversationId, participantId }, state, plan);
    }
    return { participantId };
  } catch (error) {
    if (error instanceof ServiceError) return error;
    throw error;
  }
}

function assertVotable(
  vote: VoteInput,
  scope: {
    request: VoteRequest;
    state: FlushState;
    conversation: PlannedConversation;
    known: number | undefined;
    now: Date;
  },
): void {
  const { request, state, conversation, known, now } = scope;
  const statement = state.statements.get(statementKey(request.conversationId, vote.statement));
  const isOwn = statement?.authorId != null && statement.authorId === known;
  const isHidden = statement?.moderation === "pending" && conversation.moderation === "strict";
  if (!statement || (isHidden && !isOwn)) {
    const message = `This conversation has no statement ${vote.statement}.`;
    throw new ServiceError("NOT_FOUND", "statement-not-found", message);
  }
  if (statement.moderation === "rejected" && vote.value !== null) {
    const message = `Statement ${vote.statement} was not accepted by the moderators; its votes can only be withdrawn.`;
    throw new ServiceError("PRECONDITION_FAILED", "statement-rejected", message);
  }
  const { stageClosedAt } = statement;
  const isLate = stageClosedAt !== null && (request.arrivedAt ?? now) > stageClosedAt;
  if (isLate && !isStored(vote, request.conversationId, known, state)) {
    const message = `Statement ${vote.statement} is presented now, and voting on it is closed. Send the vote again when it is open.`;
    throw new ServiceError("PRECONDITION_FAILED", "stage-closed", message);
  }
}

/** Whether this very act, or a newer one, was stored before: its answer may have been lost. */
function isStored(
  { statement, seq }: VoteInput,
  conversationId: number,
  known: number | undefined,
  state: FlushState,
): boolean {
  if (known === undefined || seq === undefined) return false;
  const stored = state.cells.get(cellKey(conversationId, known, statement));
  return stored !== undefined && seq <= stored.clientSeq;
}

function addNewcomer(
  request: VoteRequest,
  state: FlushState,
  plan: VotePlan,
  conversation: PlannedConversation,
): number {
  const { conversationId, tokenHash, verifiedBy = null } = request;
  const participantId = conversation.nextParticipantId;
  conversation.nextParticipantId += 1;
  state.participants.set(participantKey(conversationId, tokenHash), participantId);
  state.voted.set(voterKey(conversationId, participantId), new Set());
  plan.newcomers.push({ conversationId, participantId, tokenHash, verifiedBy });
  return participantId;
}

function planVote(
  vote: VoteInput,
  voter: { conversationId: number; participantId: number },
  state: FlushState,
  plan: VotePlan,
): void {
  const key = cellKey(voter.conversationId, voter.participantId, vote.statement);
  const stored = state.cells.get(key);
  // The same counter is the same act again; a lower one is an older act that arrives late.
  if (stored && vote.seq !== undefined && vote.seq <= stored.clientSeq) return;
  const isSame =
    (stored?.value ?? null) === vote.value &&
    (vote.value === null || stored?.important === vote.important);
  if (isSame && vote.seq === undefined) return;

  const conversation = state.conversations.get(voter.conversationId)!;
  if (!isSame) conversation.voteSeq += 1;
  const cell: Cell = {
    ...voter,
    statementId: vote.statement,
    value: vote.value,
    important: vote.value !== null && vote.important,
    // Without a counter the vote is newer than whatever is there.
    clientSeq: vote.seq ?? Math.min((stored?.clientSeq ?? 0) + 1, Number.MAX_SAFE_INTEGER),
    voteSeq: isSame && stored ? stored.voteSeq : conversation.voteSeq,
  };
  const voted = state.voted.get(voterKey(voter.conversationId, voter.participantId));
  if (vote.value === null) voted?.delete(vote.statement);
  else voted?.add(vote.statement);
  state.cells.set(key, cell);
  plan.cells.set(key, cell);
  // The same choice under a higher counter is no change, but an older act must not undo it later.
  if (!isSame) plan.history.push(cell);
}
