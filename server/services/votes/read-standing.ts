import type { OwnVote } from "@/lib/schemas/participation";
import { listOwnVotes } from "./list-own";
import { readLastSeq } from "./read-last-seq";
import type { Credentials, VoteContext } from "./vote-context";

/** Where somebody stands in a conversation. */
export interface OwnStanding {
  /** Their current votes, newest first. */
  votes: OwnVote[];
  /** No higher than the highest number they have given to one of these, or to one withdrawn. */
  seq: number;
}

/**
 * What a browser takes up from: the votes of whoever asks, and the number to count on from. The number
 * is read first, so that it never belongs to a vote that the list does not have yet.
 * @throws ServiceError NOT_FOUND; UNAUTHORIZED for a token that proves nothing
 */
export async function readStanding(
  ctx: Pick<VoteContext, "db" | "ballots" | "secrets">,
  input: { slug: string; credentials: Omit<Credentials, "idempotencyKey"> },
): Promise<OwnStanding> {
  const seq = await readLastSeq(ctx, input);
  return { votes: await listOwnVotes(ctx, input), seq };
}
