import type { CastVotesAnswer } from "@/lib/schemas/vote";
import type { Outbox, WaitingVote } from "@/lib/voting/outbox";
import type { OutboxStore } from "./outbox-store";
import type { Outcome } from "./request-types";
import { type Sent, sendBatch } from "./send-batch";

interface SenderOptions {
  store: OutboxStore;
  post(votes: readonly WaitingVote[], outbox: Outbox): Promise<Outcome<CastVotesAnswer>>;
  onAnswer(answer: CastVotesAnswer): void;
  /** What the votes wait for; null: all goes well. */
  onWaiting(wait: Wait | null): void;
}

/** For a connection (an attempt failed, or its answer is slow to come), or for a server that can. */
export type Wait = "connection" | "busy";

export interface VoteSender {
  /** Sends what waits, now. */
  wake(): void;
  stop(): void;
}

const longestPauseMs = 30_000;
/** How soon a vote that is held back is offered again. */
const heldPauseMs = 3_000;
/** A connection that swallows everything does not say so: after this it counts as away. */
const slowAnswerMs = 1_500;

/** Empties the outbox, one request at a time, and tries again for as long as the page is open. */
export function createVoteSender(options: SenderOptions): VoteSender {
  const { store, post } = options;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isSending = false;
  let isStopped = false;
  let failures = 0;
  /** After a batch was refused its votes go one by one, so that only the bad one falls. */
  let limit = Number.POSITIVE_INFINITY;

  async function send(): Promise<void> {
    clearTimeout(timer);
    if (isSending || isStopped) return;
    isSending = true;
    const slow = setTimeout(() => options.onWaiting("connection"), slowAnswerMs);
    const sent = await sendBatch({ change: store.change, post, limit });
    clearTimeout(slow);
    isSending = false;
    if (isStopped) return;
    if (sent) settle(sent);
    else if (store.read().votes.length > 0) void send();
    else options.onWaiting(null);
  }

  function settle({ outcome, outbox }: Sent<CastVotesAnswer>): void {
    if (outcome.kind === "later") {
      failures += 1;
      const pauseMs = Math.min(longestPauseMs, 500 * 2 ** failures);
      timer = setTimeout(send, Math.max(outcome.afterMs, pauseMs * (0.75 + Math.random() / 2)));
      options.onWaiting(outcome.wasReached ? "busy" : "connection");
      return;
    }
    failures = 0;
    if (outcome.kind === "held" && outbox.votes.length <= 1) {
      options.onWaiting(null); // the page says why; all else is well
      timer = setTimeout(send, heldPauseMs * (0.75 + Math.random() / 2));
      return;
    }
    limit = outcome.kind !== "done" && outbox.votes.length > 0 ? 1 : limit;
    if (outbox.votes.length === 0) limit = Number.POSITIVE_INFINITY;
    if (outcome.kind === "done") options.onAnswer(outcome.answer);
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
