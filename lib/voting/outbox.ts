import type { VoteInput } from "@/lib/schemas/vote";

export interface WaitingVote {
  statement: number;
  value: VoteInput["value"];
  important: boolean;
  seq: number;
  /** It, or one on the same statement before it, may have reached the server without an answer. */
  wasTried: boolean;
}

/** A vote that the server will never take. */
export interface RefusedVote {
  statement: number;
  reason: string;
}

/** What a browser remembers of its votes in a conversation. */
export interface Outbox {
  /** Not acknowledged yet, oldest first, at most one a statement. */
  votes: WaitingVote[];
  /** Statements with a vote that the server has acknowledged. */
  counted: number[];
  /** When it last acknowledged something, ms since 1970 by the clock of this browser; 0 for never. */
  countedAt: number;
  /** Those that the participant has not been told of for good. */
  refused: RefusedVote[];
  /** The last number given out; every vote of this browser gets a higher one. */
  seq: number;
  /** Makes a newcomer the same participant when the first request is repeated. */
  idempotencyKey: string | null;
}

/** The most votes that one request may carry. */
const batchSize = 100;

export const emptyOutbox: Outbox = {
  votes: [],
  counted: [],
  countedAt: 0,
  refused: [],
  seq: 0,
  idempotencyKey: null,
};

/**
 * Adds a vote, in place of an older one on the same statement.
 * @param now ms since 1970: numbers keep rising even when the storage was cleared in between
 * @param key who a newcomer is; one that is kept already goes before it
 */
export function addVote(
  outbox: Outbox,
  vote: { statement: number; value: VoteInput["value"]; important: boolean },
  { now, key }: { now: number; key: string },
): Outbox {
  const seq = Math.max(outbox.seq + 1, now);
  const older = outbox.votes.find(({ statement }) => statement === vote.statement);
  const others = outbox.votes.filter((other) => other !== older);
  const added = { ...vote, seq, wasTried: older?.wasTried ?? false };
  return {
    ...outbox,
    seq,
    votes: [...others, added],
    idempotencyKey: outbox.idempotencyKey ?? key,
  };
}

/** Takes a vote back: one that never left is forgotten, any other is withdrawn by a new vote. */
export function withdrawVote(
  outbox: Outbox,
  statement: number,
  by: { now: number; key: string },
): Outbox {
  const waiting = outbox.votes.find((vote) => vote.statement === statement);
  const isHereOnly = waiting && !waiting.wasTried && !outbox.counted.includes(statement);
  if (isHereOnly) return removeVotes(outbox, [waiting]);
  return addVote(outbox, { statement, value: null, important: false }, by);
}

/** The votes of the next request. */
export function nextBatch(outbox: Outbox, limit = batchSize): WaitingVote[] {
  return outbox.votes.slice(0, Math.min(limit, batchSize));
}

export function markTried(outbox: Outbox, batch: readonly WaitingVote[]): Outbox {
  if (batch.every(({ wasTried }) => wasTried)) return outbox;
  const tried = new Set(batch.map(({ seq }) => seq));
  return {
    ...outbox,
    votes: outbox.votes.map((vote) => (tried.has(vote.seq) ? { ...vote, wasTried: true } : vote)),
  };
}

/**
 * The server has these votes; a newer one on the same statement stays to be sent. An answer to votes
 * that are not here any more comes too late: they were acknowledged before, or forgotten.
 * @param now ms since 1970
 */
export function acknowledge(outbox: Outbox, sent: readonly WaitingVote[], now: number): Outbox {
  const batch = keepWaiting(outbox, sent);
  if (batch.length === 0) return outbox;
  const counted = new Set(outbox.counted);
  for (const { statement, value } of batch) {
    if (value === null) counted.delete(statement);
    else counted.add(statement);
  }
  return { ...removeVotes(outbox, batch), counted: [...counted], countedAt: now };
}

/** The server will never take these votes. A withdrawal that came too late is told as well. */
export function refuse(outbox: Outbox, sent: readonly WaitingVote[], reason: string): Outbox {
  const batch = keepWaiting(outbox, sent);
  if (batch.length === 0) return outbox;
  const refused = batch.map(({ statement }) => ({ statement, reason }));
  const told = new Set(refused.map(({ statement }) => statement));
  const earlier = outbox.refused.filter(({ statement }) => !told.has(statement));
  return { ...removeVotes(outbox, batch), refused: [...earlier, ...refused] };
}

/** These votes go last: the server takes them later, and the others need not wait for that. */
export function postpone(outbox: Outbox, sent: readonly WaitingVote[]): Outbox {
  const late = new Set(sent.map(({ seq }) => seq));
  const isLate = ({ seq }: WaitingVote) => late.has(seq);
  const others = outbox.votes.filter((vote) => !isLate(vote));
  return { ...outbox, votes: [...others, ...outbox.votes.filter(isLate)] };
}

/** Statements that need no answer any more: with a vote that counts, or that is on its way. */
export function votedStatements(outbox: Outbox): Set<number> {
  const voted = new Set(outbox.counted);
  for (const { statement, value } of outbox.votes) {
    if (value === null) voted.delete(statement);
    else voted.add(statement);
  }
  return voted;
}

/**
 * Takes the server's word on what it has counted, and numbers on from its last number: a clock that
 * was wrong, here or on another device, must not make a new vote look like an old one.
 * @param asked what was counted when the server was asked: what was acknowledged since stands
 * @returns the same outbox when it knew all that
 */
export function startFrom(
  outbox: Outbox,
  standing: { voted: number[]; seq: number },
  asked: readonly number[] = outbox.counted,
): Outbox {
  const counted = new Set(standing.voted);
  for (const statement of outbox.counted) if (!asked.includes(statement)) counted.add(statement);
  for (const statement of asked) if (!outbox.counted.includes(statement)) counted.delete(statement);
  const isSame = counted.size === outbox.counted.length && standing.seq <= outbox.seq;
  if (isSame && outbox.counted.every((statement) => counted.has(statement))) return outbox;
  return { ...outbox, counted: [...counted], seq: Math.max(outbox.seq, standing.seq) };
}

/**
 * Takes the word of a page on what the server has counted, unless a vote was acknowledged since the
 * page was asked for: then it may have been made before that vote, and what is known here stands.
 * @param openedAt when the page was asked for, ms since 1970 by the clock of this browser
 */
export function startFromPage(
  outbox: Outbox,
  standing: { voted: number[]; seq: number },
  { openedAt, now }: { openedAt: number; now: number },
): Outbox {
  // A time to come is that of a clock set back since, and says nothing.
  const mayBeOlder = outbox.countedAt >= openedAt && outbox.countedAt <= now;
  if (!mayBeOlder) return startFrom(outbox, standing);
  return { ...outbox, seq: Math.max(outbox.seq, standing.seq) };
}

/** Takes over an outbox that was kept in another place. */
export function adopt(outbox: Outbox, other: Outbox): Outbox {
  const known = new Set(outbox.votes.map(({ statement }) => statement));
  return {
    ...outbox,
    votes: [...other.votes.filter(({ statement }) => !known.has(statement)), ...outbox.votes],
    seq: Math.max(outbox.seq, other.seq),
    idempotencyKey: outbox.idempotencyKey ?? other.idempotencyKey,
  };
}

/** Those on whose statements there still is a vote under way, this one or a newer. */
function keepWaiting(outbox: Outbox, batch: readonly WaitingVote[]): WaitingVote[] {
  const waiting = new Set(outbox.votes.map(({ statement }) => statement));
  return batch.filter(({ statement }) => waiting.has(statement));
}

/** With nothing under way a participant is known by their token, no longer by the newcomer's key. */
function removeVotes(outbox: Outbox, batch: readonly WaitingVote[]): Outbox {
  const gone = new Set(batch.map(({ seq }) => seq));
  const votes = outbox.votes.filter(({ seq }) => !gone.has(seq));
  return { ...outbox, votes, idempotencyKey: votes.length > 0 ? outbox.idempotencyKey : null };
}
