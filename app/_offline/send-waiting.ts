import { openOutboxChannel } from "../_vote/outbox-channel";
import { postVotes } from "../_vote/post-votes";
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
  const { conversationId, slug } = place;
  const channel = openOutboxChannel(conversationId);
  let limit = Number.POSITIVE_INFINITY;
  for (;;) {
    const sent = await sendBatch({
      limit,
      change: (next) => changeKeptOutbox(place, next),
      post: (votes, { idempotencyKey }) =>
        postVotes(
          { slug, isEmbedded: false, token: null, idempotencyKey: idempotencyKey ?? "" },
          votes,
          readAnswer,
        ),
    });
    channel?.postMessage("changed");
    if (!sent || sent.outcome.kind === "later") return !sent;
    if (sent.outcome.kind === "refused") limit = 1;
  }
}

/** The page that opens next asks for itself; here it is enough that the answer came whole. */
function readAnswer(answer: unknown): null {
  if (!Number.isSafeInteger(Object(answer).accepted)) throw new TypeError("No answer of ours.");
  return null;
}
