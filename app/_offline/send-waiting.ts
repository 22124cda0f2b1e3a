import type { Outbox, WaitingVote } from "@/lib/voting/outbox";
import { openOutboxChannel } from "../_vote/outbox-channel";
import { postVotes } from "../_vote/post-votes";
import type { Outcome } from "../_vote/request-types";
import { sendBatch } from "../_vote/send-batch";
import { changeKeptOutbox, type KeptOutbox, readKeptOutboxes } from "../_vote/vote-database";

/**
 * Sends the votes of every conversation that still wait when no page is open to do it.
 * @throws Error when some have to wait longer, for the browser to try again
 */
export async function sendWaiting(): Promise<void> {
  let isDone = true;
  for (const kept of await readKeptOutboxes()) {
    // Where the cookie is refused only an open page knows who votes.
    if (!kept.isByCookie || kept.outbox.votes.length === 0) continue;
    isDone = (await empty(kept)) && isDone;
  }
  if (!isDone) throw new Error("Some votes could not be sent yet.");
}

async function empty(place: KeptOutbox): Promise<boolean> {
  const { conversationId } = place;
  const channel = openOutboxChannel(conversationId);
  let limit = Number.POSITIVE_INFINITY;
  for (;;) {
    const sent = await sendBatch({
      limit,
      change: (next) => changeKeptOutbox(place, next),
      post: (votes, outbox) => post(place, votes, outbox),
    });
    channel?.postMessage("changed");
    if (!sent || sent.outcome.kind === "later") return !sent;
    if (sent.outcome.kind === "held" && sent.outbox.votes.length <= 1) return false;
    if (sent.outcome.kind !== "done") limit = 1;
  }
}

/** Where the cookie names nobody any more the answer takes it away: next time they are a newcomer. */
async function post(
  place: KeptOutbox,
  votes: readonly WaitingVote[],
  { idempotencyKey }: Outbox,
): Promise<Outcome<null>> {
  const key = idempotencyKey ?? "";
  const channel = { slug: place.slug, isEmbedded: false, token: null, idempotencyKey: key };
  const outcome = await postVotes(channel, votes, readAnswer);
  if (outcome.kind !== "refused" || outcome.status !== 401) return outcome;
  await changeKeptOutbox(place, (outbox) => ({ ...outbox, counted: [] }));
  return { kind: "later", afterMs: 0, wasReached: true };
}

/** The page that opens next asks for itself; here it is enough that the answer came whole. */
function readAnswer(answer: unknown): null {
  if (!Number.isSafeInteger(Object(answer).accepted)) throw new TypeError("No answer of ours.");
  return null;
}
