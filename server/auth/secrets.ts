import { createHmac } from "node:crypto";

/** Keys for separate purposes, all derived from PLENUM_SECRET. */
export interface Secrets {
  participantToken: Buffer;
  addressHash: Buffer;
  resumeCode: Buffer;
  /** Of the secrets that sites around embeds sign with. */
  hostIdentity: Buffer;
  overlayToken: Buffer;
  /** Of the names of feeds and their entries, which never change. */
  feedId: Buffer;
  auth: string;
  /** Kept in the database; a start with another secret is refused. */
  fingerprint: string;
}

export function deriveSecrets(secret: string): Secrets {
  const derive = (purpose: string) => createHmac("sha256", secret).update(purpose).digest();
  return {
    participantToken: derive("participant-token"),
    addressHash: derive("address-hash"),
    resumeCode: derive("resume-code"),
    hostIdentity: derive("host-identity"),
    overlayToken: derive("overlay-token"),
    feedId: derive("feed-id"),
    auth: derive("auth").toString("base64url"),
    fingerprint: derive("fingerprint").toString("base64url"),
  };
}
