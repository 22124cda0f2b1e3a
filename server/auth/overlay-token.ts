import { createHash, createHmac, randomBytes } from "node:crypto";

/** Chance that makes a token differ from the one before it. */
export function createOverlayNonce(): string {
  return randomBytes(16).toString("hex");
}

/**
 * The token of a conversation's private overlay. It can be made again for whoever may see it, so that
 * an address is composed more than once; the database alone does not give it away.
 */
export function createOverlayToken(
  secret: Buffer,
  { conversationId, nonce }: { conversationId: number; nonce: string },
): string {
  return createHmac("sha256", secret).update(`${conversationId}:${nonce}`).digest("hex");
}

/** What the database keeps of a token: 256 bits that nobody guesses, so a plain hash is enough. */
export function hashOverlayToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}
