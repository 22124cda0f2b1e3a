import { sendWaiting } from "../_offline/send-waiting";
import { readKeptOutboxes } from "../_vote/vote-database";

const patienceMs = 6_000;
const lookPauseMs = 250;

/** Votes of a conversation that this browser has not sent; 0 where it can keep none. */
export async function countUnsent(conversationId: number): Promise<number> {
  const kept = await readKeptOutboxes().catch(() => []); // storage is blocked
  const own = kept.find((place) => place.conversationId === conversationId);
  return own?.outbox.votes.length ?? 0;
}

/** Sends them, or waits while an open page does; resolves with how many are left after a while. */
export async function sendUnsent(conversationId: number): Promise<number> {
  const endsAt = Date.now() + patienceMs;
  let left = await countUnsent(conversationId);
  if (left > 0) sendWaiting().catch(() => {}); // what is left is told
  while (left > 0 && navigator.onLine && Date.now() < endsAt) {
    await new Promise((resolve) => setTimeout(resolve, lookPauseMs));
    left = await countUnsent(conversationId);
  }
  return left;
}
