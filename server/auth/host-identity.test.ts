import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import {
  hostParticipantKey,
  hostSecret,
  isHostParticipantKey,
  readHostIdentity,
} from "./host-identity";
import { deriveSecrets } from "./secrets";

const secret = deriveSecrets("a secret of this test, long enough to be one").hostIdentity;
const now = Date.UTC(2026, 0, 1);
const soon = now / 1000 + 600;

function sign(
  claims: object,
  key = hostSecret(secret, 7, null),
  header: object = { alg: "HS256" },
) {
  const text = [header, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
    .join(".");
  return `${text}.${createHmac("sha256", key).update(text).digest("base64url")}`;
}

const read = (identity: string, conversationId = 7) =>
  readHostIdentity([hostSecret(secret, conversationId, null)], { identity, now });

test("whom a host signs for is known by that name", () => {
  expect(read(sign({ sub: "reader-42", exp: soon }))).toBe("reader-42");
});

test("an identity counts only as it was signed, in its conversation, for its time", () => {
  const good = sign({ sub: "reader-42", exp: soon });
  const [header, , signature] = good.split(".");
  const other = Buffer.from(JSON.stringify({ sub: "reader-43", exp: soon })).toString("base64url");
  expect(read(`${header}.${other}.${signature}`)).toBeNull();
  expect(read(good, 8)).toBeNull();
  expect(read(sign({ sub: "reader-42", exp: soon }, "another key"))).toBeNull();
  expect(read(sign({ sub: "reader-42", exp: now / 1000 - 1 }))).toBeNull();
  expect(read(sign({ sub: "reader-42", exp: now / 1000 + 2 * 24 * 60 * 60 }))).toBeNull();
  expect(read(sign({ sub: "reader-42" }))).toBeNull();
  expect(read(sign({ sub: "", exp: soon }))).toBeNull();
  expect(read(sign({ sub: "reader-42", exp: soon }, undefined, { alg: "none" }))).toBeNull();
  const critical = { alg: "HS256", crit: ["once"], once: true };
  expect(read(sign({ sub: "reader-42", exp: soon }, undefined, critical))).toBeNull();
  expect(read("")).toBeNull();
});

test("a name leads to the same key again, and to another one in another conversation", () => {
  const key = (conversationId: number, subject: string) =>
    hostParticipantKey(secret, { conversationId, subject });
  expect(key(7, "a")).toBe(key(7, "a"));
  expect(new Set([key(7, "a"), key(7, "b"), key(8, "a")]).size).toBe(3);
});

test("a key proves that a host named somebody, in its own conversation", () => {
  const key = hostParticipantKey(secret, { conversationId: 7, subject: "a" });
  expect(isHostParticipantKey(secret, { conversationId: 7, key })).toBe(true);
  expect(isHostParticipantKey(secret, { conversationId: 8, key })).toBe(false);
  const [, name] = key.split(".");
  for (const forged of [name!, `host.${name}`, `host.${name}.${name}`, `${key}A`]) {
    expect(isHostParticipantKey(secret, { conversationId: 7, key: forged })).toBe(false);
  }
});
