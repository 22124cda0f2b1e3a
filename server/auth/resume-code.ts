import { createCipheriv, createDecipheriv, createHmac, randomBytes, randomInt } from "node:crypto";

/** Nothing here looks like another, and there are no vowels to make words of. */
const LETTERS = "CDFGHJKMNPQRTWX34679";
const GROUPS = 3;
const GROUP_LENGTH = 3;

const CIPHER = "aes-256-gcm";
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** `C3D-F4G-H6J`: 39 random bits, enough for an hour in which guesses are limited. */
export function createResumeCode(): string {
  const group = () =>
    Array.from({ length: GROUP_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join("");
  return Array.from({ length: GROUPS }, group).join("-");
}

/** As it was given out, however somebody typed it; null when it cannot have been. */
export function readResumeCode(typed: string): string | null {
  const letters = typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{P}]/gu, "");
  const isCode =
    letters.length === GROUPS * GROUP_LENGTH &&
    [...letters].every((letter) => LETTERS.includes(letter));
  if (!isCode) return null;
  return letters.match(new RegExp(`.{${GROUP_LENGTH}}`, "g"))!.join("-");
}

/** What the database keeps of a code: whoever reads it cannot find the code without the secret. */
export function hashResumeCode(secret: Buffer, conversationId: number, code: string): string {
  return derive(secret, ["hash", conversationId, code]).toString("base64url");
}

/** Locks a token so that the code opens it again. */
export function sealToken(
  secret: Buffer,
  input: { conversationId: number; code: string; token: string },
): string {
  const key = derive(secret, ["key", input.conversationId, input.code]);
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, key, iv);
  const sealed = [iv, cipher.update(input.token, "utf8"), cipher.final(), cipher.getAuthTag()];
  return Buffer.concat(sealed).toString("base64url");
}

/** @throws Error when it was sealed with another code, or under another secret */
export function openToken(
  secret: Buffer,
  input: { conversationId: number; code: string; sealedToken: string },
): string {
  const key = derive(secret, ["key", input.conversationId, input.code]);
  const sealed = Buffer.from(input.sealedToken, "base64url");
  const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, IV_BYTES));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  const text = decipher.update(sealed.subarray(IV_BYTES, -TAG_BYTES));
  return Buffer.concat([text, decipher.final()]).toString("utf8");
}

/** The cookie by which the page shows the code that it asked for. */
export function resumeCodeCookieName(conversationId: number): string {
  return `plenum-code-${conversationId}`;
}

function derive(secret: Buffer, parts: (string | number)[]): Buffer {
  return createHmac("sha256", secret).update(parts.join("|")).digest();
}
