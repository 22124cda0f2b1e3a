/** A SHA-256 that takes its bytes bit by bit. */
export interface Sha256 {
  update(bytes: Uint8Array): void;
  /** In hexadecimal; it can be used no more then. */
  digest(): string;
}

/** What checking needs and each engine has in another place. */
export interface Cryptography {
  createSha256(): Sha256;
  /** Ed25519 (RFC 8032); false for whatever is no such signature. */
  verifySignature(signed: {
    signature: Uint8Array;
    message: Uint8Array;
    publicKey: Uint8Array;
  }): boolean;
}

/** SHA-256 of a text in UTF-8, in hexadecimal. */
export function hashText({ createSha256 }: Pick<Cryptography, "createSha256">, text: string) {
  const hash = createSha256();
  hash.update(new TextEncoder().encode(text));
  return hash.digest();
}
