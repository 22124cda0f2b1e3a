import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { CompactSign } from "jose";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type Frame, LaterParts, type StoredAnalysis } from "@/lib/schemas/analysis";
import type { ConversationSettings } from "@/lib/schemas/conversation";
import { suppressVotes } from "@/lib/suppress/suppress-analysis";
import { hashAnalysis } from "@/lib/verify/create-seal";
import type { Seal } from "@/lib/verify/manifest";
import { readSeal } from "@/lib/verify/read-seal";
import { hashText } from "@/lib/verify/sha256";
import { readSignedText } from "@/lib/verify/signed-text";
import { toSource, zipFiles } from "@/lib/verify/testing/sealed-export";
import { verifyExport } from "@/lib/verify/verify-export";
import type { ByteSource } from "@/lib/verify/zip-directory";
import { announceKey, createSigner } from "@/server/seal/create-signer";
import { nodeCryptography } from "@/server/seal/node-cryptography";
import { readSigningKey, replaceSigningKey } from "@/server/seal/signing-key";
import { getReport } from "@/server/services/reports/get";
import { publishReport } from "@/server/services/reports/publish";
import type { Signer } from "@/server/services/reports/signer";
import { contextFor } from "@/server/testing/actors";
import { analyseAllDue } from "@/server/testing/await-analysis";
import { castVotesNow, type RawVote } from "@/server/testing/cast-raw-votes";
import { createTestConversation } from "@/server/testing/conversation";
import { openTestDatabase } from "@/server/testing/database";
import { readFrozenList } from "@/server/testing/frozen-list";
import { openTestServer } from "@/server/testing/http-server";
import { createParticipantClient } from "@/server/testing/participant-client";

vi.setConfig({ testTimeout: 120_000 });

const database = openTestDatabase();
const server = openTestServer(database);
let dataDir = "";
let signer: Signer;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "plenum-sealed-"));
  signer = await createSigner({ db: database.db, dataDir, issuer: server.url });
  server.runtime.signer = signer;
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

/** Two camps who take turns in agreeing; participants from 100 on, for the first come by themselves. */
const campVotes: RawVote[] = Array.from({ length: 24 }, (_, person) =>
  Array.from({ length: 8 }, (_, statement): RawVote => {
    const agrees = statement % 2 === person % 2 || statement === 0;
    return [100 + person, statement, agrees ? 1 : -1];
  }),
).flat();

/** Published once, with one participant who can leave. */
async function openPublished(settings: Partial<ConversationSettings> = {}) {
  const { id, slug } = await createTestConversation(database.db, {
    statements: 9,
    settings: { publicVotes: true, ...settings },
  });
  const client = createParticipantClient(server.url, slug);
  const votes = [0, 1, 8].map((statement) => ({ statement, value: 1 }));
  const { body } = await client.post("votes", { votes });
  await castVotesNow(database.sql, id, campVotes);
  await analyseAllDue(database);
  await publish(id);
  const leave = () => client.post("me/delete", {}, body.participant.token);
  return { id, slug, leave };
}

const publish = (conversationId: number) =>
  publishReport({ ...contextFor(database.db), signReport: signer.signReport }, { conversationId });

async function download(slug: string, version = "1"): Promise<Uint8Array> {
  const address = `${server.url}/api/v1/conversations/${slug}/export/export.zip`;
  const response = await fetch(`${address}?version=${version}`);
  expect(response.status).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
}

async function verify(source: ByteSource) {
  const trusted = { keys: await signer.listPublicKeys(), from: "given" } as const;
  return verifyExport({ source, cryptography: nodeCryptography, trusted });
}

test("the zip of a published report is proven while the conversation goes on", async () => {
  const { id, slug } = await openPublished();
  await castVotesNow(database.sql, id, [
    [100, 0, -1],
    [200, 3, 1],
  ]);
  await analyseAllDue(database);
  await database.sql`update conversations set title = 'Another' where id = ${id}`;
  await database.sql`update statements set text = 'Another' where conversation_id = ${id}`;
  const bytes = await download(slug);
  expect(Object.keys(unzipSync(bytes)).sort()).toEqual([
    "LICENSE.txt",
    "README.txt",
    "analysis.json",
    "manifest.json",
    "map.png",
    "map.svg",
    "plenum-keys.json",
    "report.json",
    "report.jws",
    "signature.jws",
    "statements.xlsx",
    "votes-canonical.csv",
    "votes-salt.txt",
  ]);
  expect(await verify(toSource(bytes))).toMatchObject({
    verdict: "proven",
    figures: "follow",
    analysis: { participants: 25, votes: 195 },
    findings: [],
  });
});

test("a byte that is changed in any file of it is found", async () => {
  const { slug } = await openPublished();
  const files = unzipSync(await download(slug));
  for (const name of Object.keys(files)) {
    const changed = files[name]!.slice();
    changed[Math.floor(changed.length / 2)]! ^= 1;
    const outcome = await verify(zipFiles({ ...files, [name]: changed })).catch(() => null);
    expect([name, outcome?.verdict ?? "different"]).toEqual([name, "different"]);
  }
});

test("after a deletion the signature holds and the votes that are gone are counted", async () => {
  const { slug, leave } = await openPublished();
  const before = await download(slug);
  await leave();
  expect(await verify(toSource(await download(slug)))).toMatchObject({
    verdict: "signed",
    figures: "votes-withdrawn",
    withdrawnVotes: 3,
    findings: [{ code: "votes-withdrawn", count: 3 }],
  });
  expect(await verify(toSource(before))).toMatchObject({ verdict: "proven" });
});

test.each([true, false])(
  "a report of the first kind of seal is handed out as it was signed, votes public: %s",
  async (publicVotes) => {
    const { id, slug } = await openPublished({ publicVotes });
    await signAsBefore(id);
    expect(await verify(toSource(await download(slug)))).toMatchObject({
      verdict: publicVotes ? "proven" : "signed",
      findings: [],
    });
  },
);

/** Signs the first version again by the rules of before: a list without salt, and places of few people. */
async function signAsBefore(conversationId: number): Promise<void> {
  const ctx = { ...contextFor(database.db), signReport: null };
  const { signature, published } = await getReport(ctx, { conversationId, number: 1 });
  const [row] = await database.sql<{ core: StoredAnalysis; frame: Frame }[]>`
    select core, frame from analyses
    where conversation_id = ${conversationId} and version = ${published.version}`;
  const told = suppressVotes({ ...row!.core, ...LaterParts.parse(row!.core), frame: row!.frame });
  expect(told.baseClusters).not.toEqual(published.analysis.baseClusters);
  const list = await readFrozenList(database.sql, conversationId, 1);
  const seal: Seal = {
    ...readSeal(readSignedText(signature!))!,
    formatVersion: 1,
    voteListSha256: hashText(nodeCryptography, list),
    analysisSha256: hashAnalysis(nodeCryptography, told),
  };
  const { publicKey, privateKey } = await readSigningKey(dataDir);
  const jws = await new CompactSign(Buffer.from(JSON.stringify(seal)))
    .setProtectedHeader({ alg: "EdDSA", typ: "plenum-report+jws", kid: publicKey.kid })
    .sign(privateKey);
  await database.sql`
    update reports set signature = ${jws}, vote_list_salt = null
    where conversation_id = ${conversationId}`;
}

test("a report of before a rotation is proven by its old key", async () => {
  const { id, slug } = await openPublished();
  const before = await verify(toSource(await download(slug)));
  const { kid } = await replaceSigningKey(dataDir, (key) => announceKey(database.db, key));
  await publish(id);
  for (const version of ["1", "2"]) {
    const after = await verify(toSource(await download(slug, version)));
    expect(after).toMatchObject({ verdict: "proven", signature: { keyId: kid } });
  }
  expect(before.signature.keyId).not.toBe(kid);
});

test("where votes are not public everybody gets a zip without them, whose signature holds", async () => {
  const { slug } = await openPublished({ publicVotes: false });
  const bytes = await download(slug);
  const names = Object.keys(unzipSync(bytes));
  expect(names.filter((name) => name.startsWith("votes-"))).toEqual([]);
  expect(await verify(toSource(bytes))).toMatchObject({
    verdict: "signed",
    figures: "no-votes",
    findings: [],
  });
});

test("an export of how things stand is proven by the votes that its analysis has seen", async () => {
  const { id, slug, leave } = await openPublished();
  const proven = { verdict: "proven", report: null, figures: "follow", findings: [] };
  const still = await verify(toSource(await download(slug, "live")));
  expect(still).toMatchObject({ ...proven, analysis: { participants: 25, votes: 195 } });
  const votes: RawVote[] = [
    [100, 0, -1],
    [100, 1, null],
    [200, 3, 1],
  ];
  await castVotesNow(database.sql, id, votes);
  const moving = await verify(toSource(await download(slug, "live")));
  expect(moving).toMatchObject({ ...proven, voteListSha256: still.voteListSha256 });
  await leave();
  const left = await verify(toSource(await download(slug, "live")));
  expect(left).toMatchObject({ verdict: "signed", figures: "no-votes", voteListSha256: null });
  await analyseAllDue(database);
  const after = await verify(toSource(await download(slug, "live")));
  expect(after).toMatchObject({ ...proven, analysis: { participants: 25, votes: 192 } });
});

test("there is no zip of a version that was never published", async () => {
  const { slug } = await openPublished();
  const get = async (file: string) =>
    (await fetch(`${server.url}/api/v1/conversations/${slug}/export/${file}`)).status;
  expect(await get("export.zip?version=2")).toBe(404);
  expect(await get("export.zip?version=x")).toBe(400);
  expect(await get("votes.csv?version=1")).toBe(404);
  expect(await get("report.json")).toBe(404);
  expect(await get("report.json?version=1")).toBe(200);
});
