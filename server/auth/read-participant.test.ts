import { expect, test } from "vitest";
import { createParticipantIdentity, signParticipantToken } from "./participant-token";
import { readParticipant, readParticipantCredential } from "./read-participant";
import { deriveSecrets } from "./secrets";

const secrets = deriveSecrets("a secret of this test, long enough to be one");

function tokenFor(conversationId: number, participantId: number): string {
  const secret = secrets.participantToken;
  const { nonce } = createParticipantIdentity(secret, { conversationId, idempotencyKey: null });
  return signParticipantToken(secret, { conversationId, participantId, nonce });
}

function read(cookieHeader: string | null, authorizationHeader: string | null = null) {
  return readParticipantCredential({
    secrets,
    conversationId: 7,
    cookieHeader,
    authorizationHeader,
  });
}

test("the cookie of this conversation is found among others", () => {
  const cookie = `a=b; plenum-77=${tokenFor(77, 9)}; plenum-7=${tokenFor(7, 3)}`;
  expect(read(cookie)).toMatchObject({ kind: "known", credential: { participantId: 3 } });
});

test("the header wins over the cookie", () => {
  const reading = read(`plenum-7=${tokenFor(7, 3)}`, `Participant ${tokenFor(7, 4)}`);
  expect(reading).toMatchObject({ kind: "known", credential: { participantId: 4 } });
});

test("a broken token in the header is refused, even beside a good cookie", () => {
  const cookie = `plenum-7=${tokenFor(7, 3)}`;
  expect(read(cookie, "Participant nonsense")).toEqual({ kind: "refused" });
  expect(read(cookie, `Participant ${tokenFor(8, 3)}`)).toEqual({ kind: "refused" });
  expect(read(cookie, "Participant")).toEqual({ kind: "refused" });
});

test("a broken cookie is treated as none, and a second good one is found", () => {
  expect(read("plenum-7=nonsense")).toEqual({ kind: "newcomer" });
  const cookie = `plenum-7=nonsense; plenum-7=${tokenFor(7, 3)}`;
  expect(read(cookie)).toMatchObject({ credential: { participantId: 3 } });
});

test("another scheme, such as a proxy's Basic, says nothing about the participant", () => {
  expect(read(null, "Basic YTpi")).toEqual({ kind: "newcomer" });
});

test("a page gets the participant or null", () => {
  const question = { secrets, conversationId: 7, authorizationHeader: null };
  expect(readParticipant({ ...question, cookieHeader: null })).toBeNull();
  const known = readParticipant({ ...question, cookieHeader: `plenum-7=${tokenFor(7, 3)}` });
  expect(known?.participantId).toBe(3);
});
