import { HostIdentityInput } from "@/lib/schemas/own-data";
import { hostParticipantKey, readHostIdentity } from "@/server/auth/host-identity";
import { createParticipantIdentity } from "@/server/auth/participant-token";
import { findParticipantId } from "@/server/db/queries/participation";
import { listHostSecrets } from "../conversations/get-host-secret";
import { ServiceError } from "../errors";
import { parseInput } from "../parse-input";
import { tokenOf } from "../votes/find-voter";
import type { VoteContext } from "../votes/vote-context";

export interface FoundByHost {
  conversationId: number;
  /** The idempotency key of this person's first vote or statement. */
  key: string;
  /** Null before they have taken part. */
  token: string | null;
}

/**
 * Who takes part as the person whom the site around an embed names. Nothing is stored: the name leads
 * to the same key, and so to the same participant, on every device.
 * @throws ServiceError BAD_REQUEST; NOT_FOUND; UNAUTHORIZED (`host-identity-invalid`) unless it was
 *   signed with this conversation's secret and has not run out
 */
export async function findByHostIdentity(
  ctx: Pick<VoteContext, "db" | "ballots" | "secrets" | "now">,
  input: { slug: string; body: unknown },
): Promise<FoundByHost> {
  const { identity } = parseInput(HostIdentityInput, input.body);
  const { conversation } = await ctx.ballots.get(input.slug);
  const conversationId = conversation.id;
  const { hostIdentity, participantToken } = ctx.secrets;
  const secrets = await listHostSecrets(ctx, { conversationId });
  const subject = readHostIdentity(secrets, { identity, now: ctx.now().getTime() });
  if (subject === null) {
    const message = "The identity was not signed with this conversation's secret, or has run out.";
    throw new ServiceError("UNAUTHORIZED", "host-identity-invalid", message);
  }
  const key = hostParticipantKey(hostIdentity, { conversationId, subject });
  const voter = createParticipantIdentity(participantToken, {
    conversationId,
    idempotencyKey: key,
  });
  const { tokenHash } = voter;
  const participantId = await findParticipantId(ctx.db, { conversationId, tokenHash });
  if (participantId === null) return { conversationId, key, token: null };
  return { conversationId, key, token: tokenOf(ctx, voter, { conversationId, participantId }) };
}
