import { createHash, randomBytes } from "node:crypto";

/**
 * 256 bits of chance: nobody guesses one, so its plain hash is enough to keep. In digits and letters
 * alone: programs that make links of addresses often end them at two hyphens.
 */
export function createInvitationToken(): string {
  return randomBytes(32).toString("hex");
}

/** What the database keeps of a token. */
export function hashInvitationToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

/** The cookie by which the page of people shows the link that was just made. */
export function invitationCookieName(conversationId: number): string {
  return `plenum-invitation-${conversationId}`;
}
