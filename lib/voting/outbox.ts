import type { VoteInput } from "@/lib/schemas/vote";

export interface WaitingVote {
  statement: number;
  value: VoteInput["value"];
  important: boolean;
  seq: number;
  /** It may have reached the server, whether or not an answer came back. */
  wasTried: boolean;
}

/** Votes that the server has not acknowledged yet, oldest first, at most one a statement. */
export interface Outbox {
  votes: WaitingVote[];
  /** The last number given out; every vote of this browser gets a higher one. */
  seq: number;
  /** Makes a newcomer the same participant when the first request is repeated. */
  idempotencyKey: string | null;
}

/** The most votes that one request may carry. */
const batchSize = 100;

export const emptyOutbox: Outbox = { votes: [], seq: 0, idempotencyKey: null };

/**
 * Reads an outbox that was written down as JSON; null when it is none. By hand, because the schema
 * library would weigh 13 kB on the first load of the page.
 */
export function parseOutbox(text: string | null): Outbox | null {
  if (text === null) return null;
  try {
    const { votes, seq, idempotencyKey }: Partial<Record<keyof Outbox, unknown>> =
      JSON.parse(text) ?? {};
    if (!Array.isArray(votes) || !votes.every(isWaitingVote) || !Number.isSafeInteger(seq)) {
      return null;
    }
    return {
      votes,
      seq: Number(seq),
      idempotencyKey: typeof idempotencyKey === "string" ? idempotencyKey : null,
    };
  } catch {
    return null; // no JSON: nothing of ours
  }
}

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

function isWaitingVote(vote: Partial<WaitingVote> | null): vote is WaitingVote {
  return (
    Number.isSafeInteger(vote?.statement) &&
    Number.isSafeInteger(vote?.seq) &&
    (vote?.value === null || vote?.value === 1 || vote?.value === 0 || vote?.value === -1) &&
    typeof vote.important === "boolean" &&
    typeof vote.wasTried === "boolean"
  );
}
