import { NextAnswer, OwnVotesAnswer, WriteStatementAnswer } from "@/lib/schemas/participation";
import { CastVotesAnswer } from "@/lib/schemas/vote";
import type { WaitingVote } from "@/lib/voting/outbox";
import { parseWith } from "./parse-with";
import { postVotes } from "./post-votes";
import { request } from "./request";
import type { Channel, Outcome } from "./request-types";
import type { VotingStart } from "./voting-start";

export function castVotes(
  channel: Channel,
  votes: readonly WaitingVote[],
): Promise<Outcome<CastVotesAnswer>> {
  return postVotes(channel, votes, parseWith(CastVotesAnswer));
}

export function fetchNext(channel: Channel, count = 10): Promise<Outcome<NextAnswer>> {
  return request(channel, `next?count=${count}`, parseWith(NextAnswer));
}

export function fetchOwnVotes(channel: Channel): Promise<Outcome<OwnVotesAnswer>> {
  return request(channel, "votes/mine", parseWith(OwnVotesAnswer));
}

/** Where somebody stands whom the server did not know when it made the page. */
export async function fetchStart(channel: Channel): Promise<Outcome<VotingStart>> {
  const own = await fetchOwnVotes(channel);
  if (own.kind !== "done") return own;
  // Asked for afterwards: a vote that arrives in between is then left out here, not offered again.
  const next = await fetchNext(channel);
  if (next.kind !== "done") return next;
  const voted = own.answer.votes.map(({ statement }) => statement);
  const { next: statements, remaining } = next.answer;
  return { kind: "done", answer: { statements, remaining, voted, seq: own.answer.seq } };
}

export function postStatement(
  channel: Channel,
  text: string,
): Promise<Outcome<WriteStatementAnswer>> {
  return request(channel, "statements", parseWith(WriteStatementAnswer), { body: { text } });
}
