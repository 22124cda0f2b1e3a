import type { VoteInput } from "@/lib/schemas/vote";

/** The votes of one request; all of them are stored in one transaction or none. */
export interface VoteRequest {
  conversationId: number;
  /** A known participant, or a newcomer by the hash of the token it will get. */
  participant: { id: number } | { tokenHash: string };
  votes: VoteInput[];
}

export interface VoteReceipt {
  participantId: number;
  /** Votes acknowledged, those that changed nothing included. */
  accepted: number;
  /** Statements on which this participant has a current vote, ascending. */
  votedStatements: number[];
}

/** Gathers votes while a flush is under way; the next flush takes them all. */
export interface VoteQueue {
  /** Resolves when the votes are durable. */
  cast(request: VoteRequest): Promise<VoteReceipt>;
  /** Waits for what was accepted, then refuses more. */
  close(): Promise<void>;
}
