import type { Conversation } from "./any-conversation";

/** The votes as a table, one entry a person and statement, for plain recomputation. */
export interface DenseConversation {
  /** Ids of those with a vote, ascending. */
  participants: number[];
  /** Ids of those with a vote, ascending. */
  statements: number[];
  /** Rejected or metadata. */
  isModeratedOut(statement: number): boolean;
  isMetadata(statement: number): boolean;
  /** Null: not voted. */
  vote(participant: number, statement: number): 1 | 0 | -1 | null;
}

export interface Tally {
  agrees: number;
  disagrees: number;
  votes: number;
}

export function toDense(conversation: Conversation): DenseConversation {
  const { rows, participantIds, statementIds } = conversation;
  const vote = (participant: number, statement: number) =>
    rows[participantIds.indexOf(participant)]?.[statementIds.indexOf(statement)] ?? null;
  const find = (id: number) => conversation.statements.find((statement) => statement.id === id);
  const isMetadata = (id: number) => find(id)?.isMetadata ?? false;
  return {
    participants: participantIds.filter((p) => statementIds.some((s) => vote(p, s) !== null)),
    statements: statementIds.filter((s) => participantIds.some((p) => vote(p, s) !== null)),
    isModeratedOut: (id) => isMetadata(id) || find(id)?.moderation === "rejected",
    isMetadata,
    vote,
  };
}

/** How these people voted on a statement. */
export function tally({ vote }: DenseConversation, people: number[], statement: number): Tally {
  const votes = people.map((participant) => vote(participant, statement));
  return {
    agrees: votes.filter((value) => value === 1).length,
    disagrees: votes.filter((value) => value === -1).length,
    votes: votes.filter((value) => value !== null).length,
  };
}

/** Mean of the votes given on a statement. */
export function meanVote(dense: DenseConversation, statement: number): number {
  const { agrees, disagrees, votes } = tally(dense, dense.participants, statement);
  return (agrees - disagrees) / votes;
}

/**
 * Who is clustered by rule A3: everybody with min(7, statements) votes, and, up to 15 people, those
 * with most votes, equals by their lowest statement and then their own id.
 */
export function listClustered(dense: DenseConversation): number[] {
  const { participants, statements, vote } = dense;
  const given = (p: number) => statements.filter((s) => vote(p, s) !== null);
  const ranked = participants.toSorted(
    (a, b) => given(b).length - given(a).length || given(a)[0]! - given(b)[0]! || a - b,
  );
  const threshold = Math.min(7, statements.length);
  return ranked
    .filter((p, rank) => rank < 15 || given(p).length >= threshold)
    .sort((a, b) => a - b);
}
