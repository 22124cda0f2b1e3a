import * as z from "zod/mini";
import type { Cryptography } from "./sha256";

/** A public Ed25519 key as JSON (RFC 8037). */
export const PublicKey = z.object({
  kty: z.literal("OKP"),
  crv: z.literal("Ed25519"),
  x: z.string(),
  kid: z.string(),
});
export type PublicKey = z.infer<typeof PublicKey>;

/** What stands at `/.well-known/plenum-keys.json` (RFC 7517). */
export const PublicKeys = z.object({ keys: z.array(PublicKey) });
export type PublicKeys = z.infer<typeof PublicKeys>;

/** What a signature is of, so that one can never be taken for another. */
export type SignedType = "plenum-report+jws" | "plenum-manifest+jws";

const Header = z.object({
  alg: z.enum(["EdDSA", "Ed25519"]),
  typ: z.enum(["plenum-report+jws", "plenum-manifest+jws"]),
  kid: z.string(),
  /** What a header calls critical must be understood (RFC 7515, 4.1.11), and there is nothing that we do. */
  crit: z.optional(z.undefined()),
});

export interface SignedText {
  keyId: string;
  type: SignedType;
  payload: Uint8Array;
  signature: Uint8Array;
  /** What the signature is of. */
  message: Uint8Array;
}

/**
 * Reads a JWS in compact form (RFC 7515).
 * @returns null when it is none of ours, or not written as it must be
 */
export function readSignedText(jws: string): SignedText | null {
  const parts = jws.split(".");
  if (parts.length !== 3) return null;
  const [header, payload, signature] = parts.map(decodeBase64Url);
  if (!header || !payload || !signature) return null;
  const read = Header.safeParse(parseJson(new TextDecoder().decode(header)));
  if (!read.success) return null;
  const message = new TextEncoder().encode(`${parts[0]}.${parts[1]}`);
  return { keyId: read.data.kid, type: read.data.typ, payload, signature, message };
}

/** `unknown-key`: none of these keys made it, for all that can be said. */
export type SignatureState = "valid" | "wrong" | "unknown-key";

/** Whether one of these keys signed it. */
export function checkSignature(
  { verifySignature }: Pick<Cryptography, "verifySignature">,
  { keyId, signature, message }: SignedText,
  { keys }: PublicKeys,
): SignatureState {
  const key = keys.find(({ kid }) => kid === keyId);
  if (!key) return "unknown-key";
  const publicKey = decodeBase64Url(key.x);
  if (publicKey?.length !== 32 || signature.length !== 64) return "wrong";
  return verifySignature({ signature, message, publicKey }) ? "valid" : "wrong";
}

/** @returns undefined, which no JSON is, when it is none */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Null unless it is the one way to write these bytes: another would be a change that nobody sees. */
function decodeBase64Url(text: string): Uint8Array | null {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return null;
  const base64 = text.replaceAll("-", "+").replaceAll("_", "/");
  const bytes = atob(base64);
  if (btoa(bytes).replaceAll("=", "") !== base64) return null;
  return Uint8Array.from(bytes, (byte) => byte.charCodeAt(0));
}
