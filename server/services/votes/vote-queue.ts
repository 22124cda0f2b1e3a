import type { VoteInput } from "@/lib/schemas/vote";

/** The votes of one request; all of them are stored in one transaction or none. */
export interface VoteRequest {
  conversationId: number;
  /** Hash of the nonce in the voter's token; an unknown one makes a new participant. */
  tokenHash: string;
  /** The voter showed a token: if it is unknown, its participant is gone and the votes are refused. */
  hasToken?: boolean;
  /** Who vouched for a new participant. */
  verifiedBy?: string | null;
  votes: VoteInput[];
  /** When the server got it: what comes while voting closes is in time. Left out: now. */
  arrivedAt?: Date;
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
  /**
   * Resolves when the votes are durable.
   * @throws ServiceError when they were refused, or when the database is away: then nothing was
   *   acknowledged, and the same request may be sent again
   */
  cast(request: VoteRequest): Promise<VoteReceipt>;
  /** Waits for what was accepted, then refuses more. */
  close(): Promise<void>;
}
