import type { Sql } from "@/server/db/client";
import { isDatabaseAway, isTransactionLost } from "@/server/db/database-errors";
import { log } from "@/server/log";
import { databaseUnavailable, ServiceError } from "../errors";
import { flushVotes } from "./flush-votes";
import type { VoteQueue, VoteReceipt, VoteRequest } from "./vote-queue";

const MAX_VOTES_PER_FLUSH = 1_000;
const MAX_WAITING_VOTES = 20_000;
const PATIENCE_MS = 10_000;
const MAX_ATTEMPTS = 3;

interface Waiting {
  request: VoteRequest;
  resolve(receipt: VoteReceipt): void;
  reject(error: unknown): void;
  /** It was told 503 already; what has not been sent to the database need not be. */
  isAnswered: boolean;
}

export interface VoteQueueOptions {
  /** Better a pool of its own than the one that slow pages may use up. */
  sql: Sql;
  now?: () => Date;
  maxVotesPerFlush?: number;
  maxWaitingVotes?: number;
  /** How long a request may wait before it is answered with 503. */
  patienceMs?: number;
}

/**
 * Group commit. While one flush runs, arriving requests gather and the next takes them all, so the
 * cost of a commit is shared by as many votes as there are, and nobody waits for a timer.
 */
export function createVoteQueue(options: VoteQueueOptions): VoteQueue {
  const { sql, now = () => new Date() } = options;
  const maxVotesPerFlush = options.maxVotesPerFlush ?? MAX_VOTES_PER_FLUSH;
  const maxWaitingVotes = options.maxWaitingVotes ?? MAX_WAITING_VOTES;
  const patienceMs = options.patienceMs ?? PATIENCE_MS;
  let waiting: Waiting[] = [];
  let waitingVotes = 0;
  let running: Promise<void> | null = null;
  let isClosing = false;

  function cast(request: VoteRequest): Promise<VoteReceipt> {
    if (isClosing) return Promise.reject(unavailable("shutting-down", "The server is stopping."));
    if (waitingVotes + request.votes.length > maxWaitingVotes) {
      return Promise.reject(unavailable("too-busy", "More votes wait than can be stored now."));
    }
    return new Promise((resolve, reject) => {
      const entry = withPatience({ request, resolve, reject, isAnswered: false }, patienceMs);
      waiting.push(entry);
      waitingVotes += request.votes.length;
      running ??= run();
    });
  }

  async function run(): Promise<void> {
    // What arrives on other connections in this turn of the event loop belongs to the same flush.
    await new Promise((resolve) => setImmediate(resolve));
    while (waiting.length > 0) {
      const batch = takeBatch();
      if (batch.length > 0) await flush(batch);
    }
    running = null; // in the same turn as the last look, so that no newcomer is left waiting
  }

  function takeBatch(): Waiting[] {
    let votes = 0;
    let count = 0;
    for (const { request } of waiting) {
      if (count > 0 && votes + request.votes.length > maxVotesPerFlush) break;
      votes += request.votes.length;
      count += 1;
    }
    const batch = waiting.slice(0, count);
    waiting = waiting.slice(count);
    waitingVotes -= votes;
    return batch.filter((entry) => !entry.isAnswered);
  }

  async function flush(batch: Waiting[], attempt = 1): Promise<void> {
    try {
      const requests = batch.map((entry) => entry.request);
      const outcomes = await flushVotes(sql, requests, now());
      for (const [index, entry] of batch.entries()) settle(entry, outcomes[index]!);
    } catch (error) {
      if (isTransactionLost(error) && attempt < MAX_ATTEMPTS) return flush(batch, attempt + 1);
      if (isDatabaseAway(error) || isTransactionLost(error)) return refuseAll(batch, error);
      if (batch.length === 1) return batch[0]!.reject(error);
      log.error("A flush failed; its requests are tried one by one.", { error });
      for (const entry of batch) await flush([entry]);
    }
  }

  async function close(): Promise<void> {
    isClosing = true;
    await running;
  }

  return { cast, close };
}

function settle(entry: Waiting, outcome: VoteReceipt | ServiceError): void {
  if (outcome instanceof ServiceError) entry.reject(outcome);
  else entry.resolve(outcome);
}

function refuseAll(batch: Waiting[], cause: unknown): void {
  log.warn("Votes could not be stored: the database is away.", { requests: batch.length, cause });
  for (const entry of batch) entry.reject(databaseUnavailable(cause));
}

/** Answers with 503 when the database keeps it waiting, as a frozen one does. */
function withPatience(entry: Waiting, patienceMs: number): Waiting {
  const { resolve, reject } = entry;
  const timer = setTimeout(() => entry.reject(databaseUnavailable()), patienceMs);
  const once =
    <T>(answer: (value: T) => void) =>
    (value: T) => {
      clearTimeout(timer);
      entry.isAnswered = true;
      answer(value);
    };
  entry.resolve = once(resolve);
  entry.reject = once(reject);
  return entry;
}

function unavailable(reason: string, message: string): ServiceError {
  return new ServiceError("SERVICE_UNAVAILABLE", reason, message, { retryAfterSeconds: 2 });
}
