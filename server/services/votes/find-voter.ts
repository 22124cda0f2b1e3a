import { isHostParticipantKey } from "@/server/auth/host-identity";
import {
  createParticipantIdentity,
  type ParticipantCredential,
  type ParticipantIdentity,
  signParticipantToken,
} from "@/server/auth/participant-token";
import { readParticipantCredential } from "@/server/auth/read-participant";
import { ServiceError } from "../errors";
import type { Credentials, VoteContext } from "./vote-context";

/** Somebody with a token, or a newcomer without. */
export type Voter = ParticipantIdentity | ParticipantCredential;

/** 128 random bits take at least 20 printable characters. */
const IDEMPOTENCY_KEY = /^[\x21-\x7e]{20,200}$/;

/**
 * Who acts: the bearer of a token, or a newcomer, who is counted against the limit of their address.
 * @param isPresented a live session runs, whose hall may be behind one address
 * @throws ServiceError UNAUTHORIZED for a token that proves nothing; BAD_REQUEST for a key that could
 *   be guessed; TOO_MANY_REQUESTS
 */
export function findVoter(
  ctx: VoteContext,
  conversationId: number,
  credentials: Credentials,
  isPresented = false,
): Voter {
  const known = findKnownVoter(ctx, conversationId, credentials);
  if (known) return known;
  const { idempotencyKey } = credentials;
  if (idempotencyKey !== null && !IDEMPOTENCY_KEY.test(idempotencyKey)) {
    const message = "Idempotency-Key needs 20 to 200 printable characters: 128 random bits.";
    throw new ServiceError("BAD_REQUEST", "idempotency-key-invalid", message);
  }
  if (isPresented) ctx.rateLimits.takeNewcomerInHall(ctx.addressKey);
  else ctx.rateLimits.takeNewcomer(ctx.addressKey);
  const secret = ctx.secrets.participantToken;
  const identity = createParticipantIdentity(secret, { conversationId, idempotencyKey });
  return { ...identity, verifiedBy: findVerifier(ctx, conversationId, idempotencyKey) };
}

/** The site around the frame, where it signed who this is. */
function findVerifier(
  { secrets }: Pick<VoteContext, "secrets">,
  conversationId: number,
  key: string | null,
): string | null {
  if (key === null) return null;
  return isHostParticipantKey(secrets.hostIdentity, { conversationId, key }) ? "host" : null;
}

/** The bearer of a token; null without one. */
export function findKnownVoter(
  ctx: Pick<VoteContext, "secrets">,
  conversationId: number,
  credentials: Omit<Credentials, "idempotencyKey">,
): ParticipantCredential | null {
  const { secrets } = ctx;
  const reading = readParticipantCredential({ secrets, conversationId, ...credentials });
  if (reading.kind === "refused") {
    const message = "The participant token is not one of this conversation.";
    throw new ServiceError("UNAUTHORIZED", "participant-token-invalid", message);
  }
  return reading.kind === "known" ? reading.credential : null;
}

/** The token of a voter who is known by this number now: the one they showed, if it says so. */
export function tokenOf(
  ctx: Pick<VoteContext, "secrets">,
  voter: Voter,
  place: { conversationId: number; participantId: number },
): string {
  if ("token" in voter && voter.participantId === place.participantId) return voter.token;
  return signParticipantToken(ctx.secrets.participantToken, { ...place, nonce: voter.nonce });
}

/**
 * The bearer of this token deleted what was stored, here or on another device. Taken for a newcomer's,
 * votes that were still on their way would bring back what they had removed.
 */
export function participantGone(): ServiceError {
  const message = "What was stored of this participant was deleted; the token names nobody.";
  return new ServiceError("UNAUTHORIZED", "participant-gone", message);
}
