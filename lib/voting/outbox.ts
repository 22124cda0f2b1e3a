import * as z from "zod/mini";
import { VoteInput } from "@/lib/schemas/vote";

/** Votes that the server has not acknowledged yet, oldest first, at most one a statement. */
export const Outbox = z.object({
  votes: z.array(
    z.extend(VoteInput, {
      seq: z.int(),
      /** It may have reached the server, whether or not an answer came back. */
      wasTried: z.boolean(),
    }),
  ),
  /** The last number given out; every vote of this browser gets a higher one. */
  seq: z.int(),
  /** Makes a newcomer the same participant when the first request is repeated. */
  idempotencyKey: z.nullable(z.string()),
});
export type Outbox = z.infer<typeof Outbox>;
export type WaitingVote = Outbox["votes"][number];

/** The most votes that one request may carry. */
const batchSize = 100;

export const emptyOutbox: Outbox = { votes: [], seq: 0, idempotencyKey: null };

/**
 * Adds a vote, in place of an older one on the same statement.
 * @param now ms since 1970: numbers keep rising even when the storage was cleared in between
 */
export function addVote(
  outbox: Outbox,
  vote: { statement: number; value: VoteInput["value"]; important: boolean },
  now: number,
): Outbox {
  const seq = Math.max(outbox.seq + 1, now);
  const others = outbox.votes.filter(({ statement }) => statement !== vote.statement);
  return { ...outbox, seq, votes: [...others, { ...vote, seq, wasTried: false }] };
}

/** Takes a vote back: one that never left is forgotten, any other is withdrawn by a new vote. */
export function withdrawVote(outbox: Outbox, statement: number, now: number): Outbox {
  const waiting = outbox.votes.find((vote) => vote.statement === statement);
  if (waiting && !waiting.wasTried) return removeVotes(outbox, [waiting]);
  return addVote(outbox, { statement, value: null, important: false }, now);
}

/** The votes of the next request. */
export function nextBatch(outbox: Outbox): WaitingVote[] {
  return outbox.votes.slice(0, batchSize);
}

export function markTried(outbox: Outbox, batch: readonly WaitingVote[]): Outbox {
  const tried = new Set(batch.map(({ seq }) => seq));
  return {
    ...outbox,
    votes: outbox.votes.map((vote) => (tried.has(vote.seq) ? { ...vote, wasTried: true } : vote)),
  };
}

/** Drops what was acknowledged or refused; a newer vote on the same statement stays. */
export function removeVotes(outbox: Outbox, batch: readonly WaitingVote[]): Outbox {
  const gone = new Set(batch.map(({ seq }) => seq));
  return { ...outbox, votes: outbox.votes.filter(({ seq }) => !gone.has(seq)) };
}

/** Statements with a vote that still waits; a withdrawal leaves a statement open. */
export function waitingStatements(outbox: Outbox): Set<number> {
  return new Set(
    outbox.votes.filter(({ value }) => value !== null).map(({ statement }) => statement),
  );
}
