import type { CastVotesAnswer } from "@/lib/schemas/vote";
import { markTried, nextBatch, removeVotes, type WaitingVote } from "@/lib/voting/outbox";
import type { OutboxStore } from "./outbox-store";
import type { Outcome } from "./request-types";

interface SenderOptions {
  store: OutboxStore;
  post(votes: readonly WaitingVote[]): Promise<Outcome<CastVotesAnswer>>;
  onAnswer(answer: CastVotesAnswer): void;
  /** These votes will never be taken; they have left the outbox. */
  onRefused(votes: readonly WaitingVote[], reason: string): void;
  /** Whether the last attempt failed and another one will follow. */
  onWaiting(isWaiting: boolean): void;
}

export interface VoteSender {
  /** Sends what waits, now. */
  wake(): void;
  stop(): void;
}

const longestPauseMs = 30_000;

/** Empties the outbox, one request at a time, and tries again for as long as the page is open. */
export function createVoteSender(options: SenderOptions): VoteSender {
  const { store } = options;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isSending = false;
  let isStopped = false;
  let failures = 0;
  /** After a batch was refused as a whole its votes go one by one, so that only the bad one falls. */
  let batchLimit = Number.POSITIVE_INFINITY;

  async function send(): Promise<void> {
    clearTimeout(timer);
    const batch = nextBatch(store.read()).slice(0, batchLimit);
    if (isSending || isStopped || batch.length === 0) return;
    isSending = true;
    store.change((outbox) => markTried(outbox, batch));
    const outcome = await options.post(batch);
    isSending = false;
    if (isStopped) return;
    settle(batch, outcome);
  }

  function settle(batch: readonly WaitingVote[], outcome: Outcome<CastVotesAnswer>): void {
    if (outcome.kind === "later") {
      failures += 1;
      const pauseMs = Math.min(longestPauseMs, 500 * 2 ** failures);
      timer = setTimeout(send, Math.max(outcome.afterMs, pauseMs * (0.75 + Math.random() / 2)));
      options.onWaiting(true);
      return;
    }
    failures = 0;
    options.onWaiting(false);
    if (outcome.kind === "refused" && batch.length > 1) {
      batchLimit = 1;
    } else {
      store.change((outbox) => removeVotes(outbox, batch));
      if (outcome.kind === "done") options.onAnswer(outcome.answer);
      else options.onRefused(batch, outcome.reason);
    }
    if (store.read().votes.length === 0) batchLimit = Number.POSITIVE_INFINITY;
    void send();
  }

  return {
    wake: () => void send(),
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
