import * as z from "zod/mini";
import { NextAnswer, OwnVote, WriteStatementAnswer } from "@/lib/schemas/participation";
import { CastVotesAnswer } from "@/lib/schemas/vote";
import type { WaitingVote } from "@/lib/voting/outbox";
import type { Channel, Outcome } from "./request-types";
import type { VotingStart } from "./use-voting";

export const OwnVotes = z.object({ votes: z.array(OwnVote) });

const Failure = z.object({ error: z.object({ reason: z.string() }) });

export function postVotes(
  channel: Channel,
  votes: readonly WaitingVote[],
): Promise<Outcome<CastVotesAnswer>> {
  const body = { votes: votes.map(({ wasTried: _, ...vote }) => vote) };
  return request(channel, "votes", CastVotesAnswer, body);
}

export function fetchNext(channel: Channel): Promise<Outcome<NextAnswer>> {
  return request(channel, "next?count=10", NextAnswer);
}

/** Where somebody stands whom the server did not know when it made the page. */
export async function fetchStart(channel: Channel): Promise<Outcome<VotingStart>> {
  const [next, own] = await Promise.all([
    fetchNext(channel),
    request(channel, "votes/mine", OwnVotes),
  ]);
  if (next.kind !== "done") return next;
  if (own.kind !== "done") return own;
  const voted = own.answer.votes.map(({ statement }) => statement);
  return { kind: "done", answer: { ...next.answer, statements: next.answer.next, voted } };
}

export function postStatement(
  channel: Channel,
  text: string,
): Promise<Outcome<WriteStatementAnswer>> {
  return request(channel, "statements", WriteStatementAnswer, { text });
}

export async function request<T>(
  channel: Channel,
  path: string,
  schema: z.ZodMiniType<T>,
  body?: object,
): Promise<Outcome<T>> {
  try {
    const response = await fetch(`/api/v1/conversations/${channel.slug}/${path}`, {
      method: body ? "POST" : "GET",
      headers: headersOf(channel, body !== undefined),
      body: body ? JSON.stringify(body) : undefined,
      // Lets the last vote finish its way when the page is left.
      keepalive: true,
    });
    if (response.ok) return { kind: "done", answer: schema.parse(await response.json()) };
    return refusalOf(response);
  } catch {
    return { kind: "later", afterMs: 0 }; // no connection, or an answer cut short
  }
}

function headersOf(channel: Channel, hasBody: boolean): Record<string, string> {
  return {
    Accept: "application/json",
    "Idempotency-Key": channel.idempotencyKey,
    ...(hasBody && { "Content-Type": "application/json" }),
    ...(channel.token && { Authorization: `Participant ${channel.token}` }),
    ...(channel.isEmbedded && { "Plenum-Embed": "1" }),
  };
}

async function refusalOf(response: Response): Promise<Outcome<never>> {
  if (response.status === 429 || response.status === 408 || response.status >= 500) {
    return { kind: "later", afterMs: 1000 * Number(response.headers.get("Retry-After") ?? 0) || 0 };
  }
  const failure = Failure.safeParse(await response.json().catch(() => null));
  const reason = failure.success ? failure.data.error.reason : "unknown";
  return { kind: "refused", status: response.status, reason };
}
