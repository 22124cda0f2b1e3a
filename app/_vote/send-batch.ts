import {
  acknowledge,
  markTried,
  nextBatch,
  type Outbox,
  postpone,
  refuse,
  type WaitingVote,
} from "@/lib/voting/outbox";
import type { Outcome } from "./request-types";

interface Options<T> {
  change(next: (outbox: Outbox) => Outbox): Promise<Outbox>;
  post(votes: readonly WaitingVote[], outbox: Outbox): Promise<Outcome<T>>;
  /** The most votes to send at once. */
  limit: number;
}

/** A vote on what is presented, which takes none just now: it stays, and the others go before it. */
interface HeldBack {
  kind: "held";
}

const heldBack: HeldBack = { kind: "held" };

/** What became of a batch, and the outbox after it. */
export interface Sent<T> {
  outcome: Outcome<T> | HeldBack;
  batch: WaitingVote[];
  outbox: Outbox;
}

/**
 * Sends the oldest votes of an outbox in one request, if there are any. That they were tried is written
 * down before they leave: whoever takes one of them back later knows that it may have arrived.
 */
export async function sendBatch<T>({ change, post, limit }: Options<T>): Promise<Sent<T> | null> {
  const tried = await change((outbox) => markTried(outbox, nextBatch(outbox, limit)));
  const batch = nextBatch(tried, limit);
  if (batch.length === 0) return null;
  const posted = await post(batch, tried);
  const outcome = isStageClosed(batch, posted) ? heldBack : posted;
  return { outcome, batch, outbox: await change((outbox) => settle(outbox, batch, outcome)) };
}

/** Only a single vote can be told from the others: a batch is sent again one by one. */
function isStageClosed(batch: readonly WaitingVote[], outcome: Outcome<unknown>): boolean {
  return batch.length === 1 && outcome.kind === "refused" && outcome.reason === "stage-closed";
}

/** Whether these votes leave the outbox; otherwise they are sent again, later or one by one. */
function settle(
  outbox: Outbox,
  batch: readonly WaitingVote[],
  outcome: Sent<unknown>["outcome"],
): Outbox {
  if (outcome.kind === "done") return acknowledge(outbox, batch, Date.now());
  if (outcome.kind === "held") return postpone(outbox, batch);
  if (outcome.kind === "refused" && isFinal(batch, outcome.reason)) {
    return refuse(outbox, batch, outcome.reason);
  }
  return outbox;
}

/** A refusal of many votes may be about one of them, unless it is about the whole conversation. */
function isFinal(batch: readonly WaitingVote[], reason: string): boolean {
  return batch.length === 1 || reason.startsWith("conversation-");
}
