import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";

const NONCE_BYTES = 16;
const MAC_BYTES = 16;
const TOKEN = /^v1\.(0|[1-9]\d{0,9})\.([\w-]{22})\.([\w-]{22})$/;

/** Who somebody is in one conversation; another conversation's nonce has nothing in common with it. */
export interface ParticipantIdentity {
  nonce: string;
  /** What the database keeps of the nonce: enough to recognise it, not to make a token. */
  tokenHash: string;
  /** Of a newcomer: who vouched that they take part once; null when nobody did. */
  verifiedBy?: string | null;
}

/** What a token that the server signed says. */
export interface ParticipantCredential extends ParticipantIdentity {
  participantId: number;
  token: string;
}

/**
 * The identity of a newcomer. The same idempotency key gives the same one again, so a repeated first
 * vote is the same person; without a key it is a fresh one.
 */
export function createParticipantIdentity(
  secret: Buffer,
  input: { conversationId: number; idempotencyKey: string | null },
): ParticipantIdentity {
  const { conversationId, idempotencyKey } = input;
  if (idempotencyKey === null) return identify(randomBytes(NONCE_BYTES).toString("base64url"));
  const nonce = sign(secret, ["nonce", conversationId, idempotencyKey]).subarray(0, NONCE_BYTES);
  return identify(nonce.toString("base64url"));
}

/** `v1.<participant>.<nonce>.<mac>`; the mac binds all of it to the conversation. */
export function signParticipantToken(
  secret: Buffer,
  input: { conversationId: number; participantId: number; nonce: string },
): string {
  const { participantId, nonce } = input;
  return `v1.${participantId}.${nonce}.${macOf(secret, input).toString("base64url")}`;
}

/** Null when the token is malformed, forged, or of another conversation. */
export function verifyParticipantToken(
  secret: Buffer,
  input: { conversationId: number; token: string },
): ParticipantCredential | null {
  const parts = TOKEN.exec(input.token);
  if (!parts) return null;
  const participantId = Number(parts[1]);
  const nonce = parts[2]!;
  const expected = macOf(secret, { conversationId: input.conversationId, participantId, nonce });
  const given = Buffer.from(parts[3]!, "base64url");
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  return { participantId, token: input.token, ...identify(nonce) };
}

function identify(nonce: string): ParticipantIdentity {
  return { nonce, tokenHash: createHash("sha256").update(nonce).digest("base64url") };
}

function macOf(
  secret: Buffer,
  input: { conversationId: number; participantId: number; nonce: string },
): Buffer {
  const { conversationId, participantId, nonce } = input;
  return sign(secret, ["token", conversationId, participantId, nonce]).subarray(0, MAC_BYTES);
}

function sign(secret: Buffer, parts: (string | number)[]): Buffer {
  // Only the last part may hold a bar, so no two lists of parts read the same.
  return createHmac("sha256", secret).update(parts.join("|")).digest();
}
