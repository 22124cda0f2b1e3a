import type { Sql } from "@/server/db/client";
import { isDatabaseAway, isTransactionLost } from "@/server/db/database-errors";
import { log } from "@/server/log";
import { databaseUnavailable, ServiceError } from "../errors";
import { withPatience } from "../with-patience";
import { flushVotes } from "./flush-votes";
import type { VoteQueue, VoteReceipt, VoteRequest } from "./vote-queue";

const MAX_VOTES_PER_FLUSH = 1_000;
const MAX_WAITING_VOTES = 20_000;
/** Longer than the lock timeout of a flush, which tells better what is the matter. */
const PATIENCE_MS = 8_000;
const MAX_ATTEMPTS = 3;

interface Waiting {
  request: VoteRequest;
  resolve(receipt: VoteReceipt): void;
  reject(error: unknown): void;
}

export interface VoteQueueOptions {
  /** Opens a pool for this queue alone, which slow pages cannot use up; called again after a failure. */
  open: () => Sql;
  now?: () => Date;
  maxVotesPerFlush?: number;
  maxWaitingVotes?: number;
  /** How long a flush may take before its requests are answered with 503. */
  patienceMs?: number;
}

/**
 * Group commit. While one flush runs, arriving requests gather and the next takes them all, so the
 * cost of a commit is shared by as many votes as there are, and nobody waits for a timer.
 */
export function createVoteQueue(options: VoteQueueOptions): VoteQueue {
  const { open, now = () => new Date() } = options;
  const maxVotesPerFlush = options.maxVotesPerFlush ?? MAX_VOTES_PER_FLUSH;
  const maxWaitingVotes = options.maxWaitingVotes ?? MAX_WAITING_VOTES;
  const patienceMs = options.patienceMs ?? PATIENCE_MS;
  let waiting: Waiting[] = [];
  let waitingVotes = 0;
  let running: Promise<void> | null = null;
  let isClosing = false;
  let pool: Sql | null = null;

  function cast(request: VoteRequest): Promise<VoteReceipt> {
    if (isClosing) return Promise.reject(unavailable("shutting-down", "The server is stopping."));
    if (waitingVotes + request.votes.length > maxWaitingVotes) {
      return Promise.reject(unavailable("too-busy", "More votes wait than can be stored now."));
    }
    return new Promise((resolve, reject) => {
      waiting.push({ request, resolve, reject });
      waitingVotes += request.votes.length;
      running ??= run();
    });
  }

  async function run(): Promise<void> {
    // What arrives on other connections in this turn of the event loop belongs to the same flush.
    await new Promise((resolve) => setImmediate(resolve));
    while (waiting.length > 0) {
      await flush(takeBatch());
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
    return batch;
  }

  async function flush(batch: Waiting[], attempt = 1): Promise<void> {
    pool ??= open();
    try {
      const requests = batch.map((entry) => entry.request);
      const outcomes = await withPatience(flushVotes(pool, requests, now()), patienceMs);
      afterNextWrite(() => {
        for (const [index, entry] of batch.entries()) settle(entry, outcomes[index]!);
      });
    } catch (error) {
      if (isTransactionLost(error) && attempt < MAX_ATTEMPTS) return flush(batch, attempt + 1);
      if (isAway(error)) {
        discardPool();
        return refuseAll(batch, error);
      }
      if (batch.length === 1) return batch[0]!.reject(error);
      log.error("A flush failed; its requests are tried one by one.", { error });
      for (const entry of batch) await flush([entry]);
    }
  }

  /** A connection that hangs, or that the driver has lost track of, must not hold up the next flush. */
  function discardPool(): void {
    pool?.end({ timeout: 0 }).catch(() => {}); // it failed already
    pool = null;
  }

  async function close(): Promise<void> {
    isClosing = true;
    await running;
    await pool?.end({ timeout: 5 });
  }

  return { cast, close };
}

/**
 * Lets the next flush reach the database first, so that it works while answers are made and sent.
 * postgres.js writes in the next immediate; this runs in the one after it.
 */
function afterNextWrite(answer: () => void): void {
  setImmediate(() => setImmediate(answer));
}

function settle(entry: Waiting, outcome: VoteReceipt | ServiceError): void {
  if (outcome instanceof ServiceError) entry.reject(outcome);
  else entry.resolve(outcome);
}

function refuseAll(batch: Waiting[], cause: unknown): void {
  log.warn("Votes could not be stored: the database is away.", { requests: batch.length, cause });
  for (const entry of batch) entry.reject(databaseUnavailable(cause));
}

function isAway(error: unknown): boolean {
  return error instanceof ServiceError || isDatabaseAway(error) || isTransactionLost(error);
}

function unavailable(reason: string, message: string): ServiceError {
  return new ServiceError("SERVICE_UNAVAILABLE", reason, message, { retryAfterSeconds: 2 });
}
