import { get } from "node:http";
import { brotliDecompressSync } from "node:zlib";
import { expect, test } from "vitest";
import { VersionedAnalysis } from "@/lib/schemas/analysis";
import { createParticipantIdentity, signParticipantToken } from "@/server/auth/participant-token";
import { castVotesNow } from "@/server/testing/cast-raw-votes";
import { createTestConversation } from "@/server/testing/conversation";
import { openTestDatabase } from "@/server/testing/database";
import { openTestServer } from "@/server/testing/http-server";
import { publishCounted } from "@/server/testing/publish-counted";
import { chooseEncoding } from "./choose-encoding";

const database = openTestDatabase();
const server = openTestServer(database);

const analysisUrl = (slug: string, version: number | string) =>
  `${server.url}/api/v1/conversations/${slug}/analyses/${version}`;

async function reasonOf(response: Response): Promise<string> {
  return (await response.json()).error.reason;
}

test("a version is immutable, and matches its schema", async () => {
  const { id, slug } = await createTestConversation(database.db);
  await publishCounted(database, id, 1);
  const response = await fetch(analysisUrl(slug, 1));
  expect(response.status).toBe(200);
  expect(response.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  const body = VersionedAnalysis.parse(await response.json());
  expect(body).toMatchObject({ version: 1, participants: 1, votes: 1 });
  const again = await fetch(analysisUrl(slug, 1), {
    headers: { "If-None-Match": response.headers.get("etag")! },
  });
  expect(again.status).toBe(304);
});

test("latest follows the newest, and says which it is", async () => {
  const { id, slug } = await createTestConversation(database.db);
  expect((await fetch(analysisUrl(slug, "latest"))).status).toBe(404);
  await publishCounted(database, id, 1);
  await publishCounted(database, id, 2);
  const response = await fetch(analysisUrl(slug, "latest"));
  expect(response.headers.get("cache-control")).toBe("no-cache");
  expect(response.headers.get("content-location")).toBe(new URL(analysisUrl(slug, 2)).pathname);
  expect((await response.json()).version).toBe(2);
});

test("the bytes are compressed as the client asks", async () => {
  const { id, slug } = await createTestConversation(database.db);
  await publishCounted(database, id, 1);
  const plain = await (await fetch(analysisUrl(slug, 1))).json();
  const bytes = await new Promise<Buffer>((resolve, reject) => {
    get(analysisUrl(slug, 1), { headers: { "Accept-Encoding": "gzip, br" } }, (response) => {
      expect(response.headers["content-encoding"]).toBe("br");
      expect(response.headers.vary).toBe("Accept-Encoding");
      response.toArray().then((chunks) => resolve(Buffer.concat(chunks)), reject);
    });
  });
  expect(JSON.parse(brotliDecompressSync(bytes).toString())).toEqual(plain);
});

test.each([
  ["gzip, deflate, br", "br"],
  ["GZIP", "gzip"],
  ["br;q=0, gzip;q=0.5", "gzip"],
  ["identity", "identity"],
  [undefined, "identity"],
])("Accept-Encoding %s gets %s", (header, expected) => {
  expect(chooseEncoding(header)).toBe(expected);
});

test("a version that was thinned out is 410 and names the newest; one that never was is 404", async () => {
  const { id, slug } = await createTestConversation(database.db);
  await publishCounted(database, id, 1);
  await publishCounted(database, id, 3);
  const gone = await fetch(analysisUrl(slug, 2));
  expect(gone.status).toBe(410);
  expect((await gone.json()).error.message).toContain("3");
  expect((await fetch(analysisUrl(slug, 4))).status).toBe(404);
  expect((await fetch(analysisUrl(slug, 0))).status).toBe(400);
  expect(await reasonOf(await fetch(analysisUrl(slug, "1e3")))).toBe("version-malformed");
});

test("results after N own votes: refused to strangers, private to those who voted", async () => {
  const { id, slug } = await createTestConversation(database.db, {
    statements: 2,
    settings: { resultsVisibility: "after-votes", resultsAfterVotes: 2 },
  });
  await publishCounted(database, id, 1);
  const stranger = await fetch(analysisUrl(slug, 1));
  expect(stranger.status).toBe(403);
  expect(await reasonOf(stranger)).toBe("results-not-disclosed");

  const secret = server.runtime.secrets.participantToken;
  const { nonce, tokenHash } = createParticipantIdentity(secret, {
    conversationId: id,
    idempotencyKey: null,
  });
  const token = signParticipantToken(secret, { conversationId: id, participantId: 5, nonce });
  const headers = { Authorization: `Participant ${token}` };
  await castVotesNow(database.sql, id, [[5, 0, 1]]);
  await database.sql`
    update participants set token_hash = ${tokenHash} where conversation_id = ${id} and id = 5`;
  expect((await fetch(analysisUrl(slug, 1), { headers })).status).toBe(403);
  await castVotesNow(database.sql, id, [[5, 1, -1]]);
  const response = await fetch(analysisUrl(slug, 1), { headers });
  expect(response.status).toBe(200);
  expect(response.headers.get("cache-control")).toBe("private, no-store");
  await castVotesNow(database.sql, id, [[5, 1, null]]);
  expect((await fetch(analysisUrl(slug, 1), { headers })).status).toBe(403);
});
