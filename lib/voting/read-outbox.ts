import { emptyOutbox, type Outbox, type RefusedVote, type WaitingVote } from "./outbox";

/**
 * Reads what was kept as an outbox, also by an earlier version; null when it is none. By hand, because
 * the schema library would weigh 13 kB on the first load of the page.
 */
export function readOutbox(kept: unknown): Outbox | null {
  if (typeof kept !== "object" || kept === null) return null;
  const fields: Partial<Record<keyof Outbox, unknown>> = kept;
  const { votes, counted = [], countedAt = 0, refused = [], seq, idempotencyKey } = fields;
  if (!isListOf(votes, isWaitingVote) || !isListOf(counted, isId) || !isId(seq)) return null;
  if (typeof countedAt !== "number") return null;
  if (!isListOf(refused, isRefusedVote)) return null;
  return {
    ...emptyOutbox,
    votes,
    counted,
    countedAt,
    refused,
    seq,
    idempotencyKey: typeof idempotencyKey === "string" ? idempotencyKey : null,
  };
}

/** Reads an outbox that was written down as JSON. */
export function parseOutbox(text: string | null): Outbox | null {
  try {
    return text === null ? null : readOutbox(JSON.parse(text));
  } catch {
    return null; // no JSON: nothing of ours
  }
}

function isListOf<T>(list: unknown, isItem: (item: unknown) => item is T): list is T[] {
  return Array.isArray(list) && list.every(isItem);
}

function isId(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

function isWaitingVote(item: unknown): item is WaitingVote {
  const vote: Partial<Record<keyof WaitingVote, unknown>> = Object(item);
  const { statement, seq, value, important, wasTried } = vote;
  const isValue = value === null || value === 1 || value === 0 || value === -1;
  const hasFlags = typeof important === "boolean" && typeof wasTried === "boolean";
  return isId(statement) && isId(seq) && isValue && hasFlags;
}

function isRefusedVote(item: unknown): item is RefusedVote {
  const vote: Partial<Record<keyof RefusedVote, unknown>> = Object(item);
  return isId(vote.statement) && typeof vote.reason === "string";
}
