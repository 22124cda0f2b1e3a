import type { WaitingVote } from "@/lib/voting/outbox";
import { request } from "./request";
import type { Channel, Outcome } from "./request-types";

/** Sends votes from an outbox; the page and the service worker do it alike. */
export function postVotes<T>(
  channel: Channel,
  votes: readonly WaitingVote[],
  read: (answer: unknown) => T,
): Promise<Outcome<T>> {
  const body = { votes: votes.map(({ wasTried: _, ...vote }) => vote) };
  return request(channel, "votes", read, { body });
}
