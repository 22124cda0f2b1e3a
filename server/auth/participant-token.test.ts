import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import {
  createParticipantIdentity,
  signParticipantToken,
  verifyParticipantToken,
} from "./participant-token";

const secret = randomBytes(32);
const key = randomBytes(16).toString("base64url");

test("the same idempotency key gives the same identity, and no key a fresh one", () => {
  const identity = (idempotencyKey: string | null) =>
    createParticipantIdentity(secret, { conversationId: 1, idempotencyKey });
  expect(identity(key)).toEqual(identity(key));
  expect(identity(`${key}x`).nonce).not.toBe(identity(key).nonce);
  expect(identity(null).nonce).not.toBe(identity(null).nonce);
});

test("the same key in two conversations gives identities with nothing in common", () => {
  const [one, two] = [1, 2].map((conversationId) =>
    createParticipantIdentity(secret, { conversationId, idempotencyKey: key }),
  );
  expect(one!.nonce).not.toBe(two!.nonce);
  expect(one!.tokenHash).not.toBe(two!.tokenHash);
});

test("a token says who it was signed for", () => {
  const identity = createParticipantIdentity(secret, { conversationId: 1, idempotencyKey: key });
  const token = signParticipantToken(secret, {
    conversationId: 1,
    participantId: 57,
    nonce: identity.nonce,
  });
  expect(token).toMatch(/^v1\.57\.[\w-]{22}\.[\w-]{22}$/);
  expect(verifyParticipantToken(secret, { conversationId: 1, token })).toEqual({
    participantId: 57,
    token,
    ...identity,
  });
});

test("a token of another conversation, another instance or another participant is refused", () => {
  const { nonce } = createParticipantIdentity(secret, { conversationId: 1, idempotencyKey: key });
  const token = signParticipantToken(secret, { conversationId: 1, participantId: 57, nonce });
  expect(verifyParticipantToken(secret, { conversationId: 2, token })).toBeNull();
  expect(verifyParticipantToken(randomBytes(32), { conversationId: 1, token })).toBeNull();
  const forged = token.replace("v1.57.", "v1.58.");
  expect(verifyParticipantToken(secret, { conversationId: 1, token: forged })).toBeNull();
});

test.each([
  "",
  "v1",
  "v1.1.a.b",
  "v2.1.aaaaaaaaaaaaaaaaaaaaaa.aaaaaaaaaaaaaaaaaaaaaa",
  "v1.-1.aaaaaaaaaaaaaaaaaaaaaa.aaaaaaaaaaaaaaaaaaaaaa",
  `v1.1.${"a".repeat(22)}.${"a".repeat(22)}\n`,
])("%j is no token", (token) => {
  expect(verifyParticipantToken(secret, { conversationId: 1, token })).toBeNull();
});
