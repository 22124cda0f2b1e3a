import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compactVerify, createLocalJWKSet } from "jose";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Seal } from "@/lib/verify/manifest";
import { portableCryptography } from "@/lib/verify/portable-cryptography";
import type { Cryptography } from "@/lib/verify/sha256";
import { checkSignature, PublicKeys, readSignedText } from "@/lib/verify/signed-text";
import { getReport } from "@/server/services/reports/get";
import { publishReport } from "@/server/services/reports/publish";
import { contextFor } from "@/server/testing/actors";
import { analyseAllDue } from "@/server/testing/await-analysis";
import { castVotesNow, type RawVote } from "@/server/testing/cast-raw-votes";
import { createTestConversation } from "@/server/testing/conversation";
import { openTestDatabase } from "@/server/testing/database";
import { openTestServer } from "@/server/testing/http-server";
import { announceKey, createSigner } from "./create-signer";
import { nodeCryptography } from "./node-cryptography";
import { readSigningKey, replaceSigningKey } from "./signing-key";

const database = openTestDatabase();
const server = openTestServer(database);
let dataDir = "";

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "plenum-seal-"));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

const openSigner = () =>
  createSigner({ db: database.db, dataDir, issuer: "https://plenum.example" });

const rotate = () => replaceSigningKey(dataDir, (key) => announceKey(database.db, key));

async function openVoted() {
  const conversation = await createTestConversation(database.db, { statements: 4 });
  const votes = Array.from({ length: 24 }, (_, n): RawVote => [n >> 2, n & 3, n % 2]);
  await castVotesNow(database.sql, conversation.id, votes);
  await analyseAllDue(database);
  return conversation.id;
}

async function publish(conversationId: number) {
  const { signReport } = await openSigner();
  const ctx = { ...contextFor(database.db), signReport };
  const { number } = await publishReport(ctx, { conversationId });
  return getReport(ctx, { conversationId, number });
}

async function checkBy(cryptography: Cryptography, jws: string) {
  const { listPublicKeys } = await openSigner();
  const signed = readSignedText(jws);
  return signed && checkSignature(cryptography, signed, await listPublicKeys());
}

test("several processes that start at once in an empty folder share one key, for their eyes only", async () => {
  const folder = join(dataDir, "not-there-yet");
  const keys = await Promise.all(Array.from({ length: 8 }, () => readSigningKey(folder)));
  expect(new Set(keys.map(({ publicKey }) => publicKey.kid)).size).toBe(1);
  expect(await readdir(folder)).toEqual(["signing-key.json"]);
  expect((await stat(join(folder, "signing-key.json"))).mode & 0o777).toBe(0o600);
});

test("a published report is signed, by the measure of every library", async () => {
  const conversationId = await openVoted();
  const { signature, voteListSha256, content, published } = await publish(conversationId);
  const { listPublicKeys } = await openSigner();
  const { payload, protectedHeader } = await compactVerify(
    signature!,
    createLocalJWKSet(await listPublicKeys()),
  );
  expect(protectedHeader).toMatchObject({ alg: "EdDSA", typ: "plenum-report+jws" });
  const seal = Seal.parse(JSON.parse(new TextDecoder().decode(payload)));
  expect(seal).toMatchObject({
    issuer: "https://plenum.example",
    conversation: content.conversation.slug,
    number: 1,
    participants: 6,
    votes: 24,
    voteListSha256,
    algorithm: published.analysis.algorithm,
    frame: published.analysis.frame,
  });
  expect(Object.keys(seal.texts)).toHaveLength(4);
  for (const cryptography of [nodeCryptography, portableCryptography]) {
    expect(await checkBy(cryptography, signature!)).toBe("valid");
    const [header, text, mark] = signature!.split(".");
    const changed = `${header}.${text!.replace(/^./, "f")}.${mark}`;
    expect(await checkBy(cryptography, changed)).toBe("wrong");
  }
});

test("after a rotation new reports have a new key, and old ones stay valid", async () => {
  const conversationId = await openVoted();
  const before = await publish(conversationId);
  const replaced = await readSigningKey(dataDir);
  const { kid } = await rotate();
  const after = await publish(conversationId);
  expect(readSignedText(before.signature!)?.keyId).toBe(replaced.publicKey.kid);
  expect(readSignedText(after.signature!)?.keyId).toBe(kid);
  expect(kid).not.toBe(replaced.publicKey.kid);
  expect(await checkBy(nodeCryptography, before.signature!)).toBe("valid");
  expect(await checkBy(nodeCryptography, after.signature!)).toBe("valid");
  expect(await readdir(dataDir)).toEqual(["signing-key.json"]);
  expect((await stat(join(dataDir, "signing-key.json"))).mode & 0o777).toBe(0o600);
});

test("a new key that could not be announced does not take the old one's place", async () => {
  const { publicKey } = await readSigningKey(dataDir);
  const failing = replaceSigningKey(dataDir, () => Promise.reject(new Error("No database.")));
  await expect(failing).rejects.toThrow("No database.");
  expect((await readSigningKey(dataDir)).publicKey).toEqual(publicKey);
  expect(await readdir(dataDir)).toEqual(["signing-key.json"]);
});

test("the public keys stand at a known address, without the private ones", async () => {
  const address = `${server.url}/.well-known/plenum-keys.json`;
  expect((await fetch(address)).status).toBe(404);
  server.runtime.signer = await openSigner();
  const { kid } = await rotate();
  const response = await fetch(address);
  expect(response.headers.get("access-control-allow-origin")).toBe("*");
  const text = await response.text();
  expect(text).not.toContain('"d"');
  const { keys } = PublicKeys.parse(JSON.parse(text));
  expect(keys.map((key) => key.kid)).toContain(kid);
  expect(keys.length).toBeGreaterThan(1);
  server.runtime.signer = null;
});
