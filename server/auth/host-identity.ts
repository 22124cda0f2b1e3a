import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import * as z from "zod/mini";

/** A host says who somebody is for this long at most: a copied identity is of no use tomorrow. */
const longestMs = 24 * 60 * 60 * 1000;
const longestText = 4000;

/** What a header calls critical must be understood (RFC 7515, 4.1.11), and there is nothing that we do. */
const Header = z.object({ alg: z.literal("HS256"), crit: z.optional(z.undefined()) });
const Claims = z.object({
  sub: z.string().check(z.minLength(1), z.maxLength(200)),
  /** Seconds since 1970. */
  exp: z.number(),
});

/**
 * What the site around an embed signs with: known to it and to us, different in each conversation.
 * @param nonce of one that was made anew; null for the first
 */
export function hostSecret(secret: Buffer, conversationId: number, nonce: string | null): string {
  const text = `host-secret|${conversationId}${nonce === null ? "" : `|${nonce}`}`;
  return createHmac("sha256", secret).update(text).digest("base64url");
}

export function createHostNonce(): string {
  return randomBytes(16).toString("base64url");
}

/**
 * Who a host says somebody is: the `sub` of a compact JWS (RFC 7515) with HS256. Null unless it was
 * signed with one of these secrets, runs out, and has not run out yet.
 * @param now ms since 1970
 */
export function readHostIdentity(
  secrets: readonly string[],
  input: { identity: string; now: number },
): string | null {
  if (input.identity.length > longestText) return null;
  const [header, payload, signature, ...rest] = input.identity.split(".");
  if (!header || !payload || !signature || rest.length > 0) return null;
  const given = Buffer.from(signature, "base64url");
  if (!secrets.some((secret) => isSignedWith(secret, `${header}.${payload}`, given))) return null;
  const claims = Claims.safeParse(decode(payload));
  if (!Header.safeParse(decode(header)).success || !claims.success) return null;
  const leftMs = claims.data.exp * 1000 - input.now;
  return leftMs > 0 && leftMs <= longestMs ? claims.data.sub : null;
}

/**
 * The key under which whom a host names takes part. It cannot be told from the name without our
 * secret, nor the name from it, and nothing else of the name is kept. It proves that a host named them.
 */
export function hostParticipantKey(
  secret: Buffer,
  input: { conversationId: number; subject: string },
): string {
  const { conversationId, subject } = input;
  const text = `host-participant|${conversationId}|${subject}`;
  const name = createHmac("sha256", secret).update(text).digest("base64url");
  return `host.${name}.${proofOf(secret, conversationId, name)}`;
}

/** Whether a key is one that hostParticipantKey made for this conversation. */
export function isHostParticipantKey(
  secret: Buffer,
  { conversationId, key }: { conversationId: number; key: string },
): boolean {
  const [, name, proof] = /^host\.([\w-]{43})\.([\w-]{43})$/.exec(key) ?? [];
  if (!name || !proof) return false;
  const expected = Buffer.from(proofOf(secret, conversationId, name));
  return timingSafeEqual(Buffer.from(proof), expected);
}

function proofOf(secret: Buffer, conversationId: number, name: string): string {
  const text = `host-proof|${conversationId}|${name}`;
  return createHmac("sha256", secret).update(text).digest("base64url");
}

function isSignedWith(secret: string, text: string, given: Buffer): boolean {
  const expected = createHmac("sha256", secret).update(text).digest();
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function decode(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
  } catch {
    return null; // no JSON, so nobody's claims
  }
}
