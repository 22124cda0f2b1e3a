import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { hostSecret } from "@/server/auth/host-identity";
import { deriveSecrets } from "@/server/auth/secrets";
import { getHostSecret, listHostSecrets } from "@/server/services/conversations/get-host-secret";
import { rotateHostSecret } from "@/server/services/conversations/rotate-host-secret";
import { createTestConversation } from "@/server/testing/conversation";
import { openTestDatabase } from "@/server/testing/database";
import { openTestServer } from "@/server/testing/http-server";
import { createParticipantClient } from "@/server/testing/participant-client";

const database = openTestDatabase();
const server = openTestServer(database);
const secret = deriveSecrets("a secret for tests, long enough to be one").hostIdentity;

/** As the server of a newspaper would. */
function sign(
  conversationId: number,
  sub: string,
  { lastsSeconds = 600, key = hostSecret(secret, conversationId, null) } = {},
): string {
  const exp = Math.floor(Date.now() / 1000) + lastsSeconds;
  const text = [{ alg: "HS256" }, { sub, exp }]
    .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
    .join(".");
  return `${text}.${createHmac("sha256", key).update(text).digest("base64url")}`;
}

async function openConversation() {
  const { id, slug } = await createTestConversation(database.db, { statements: 5 });
  const client = createParticipantClient(server.url, slug);
  const identify = (identity: string) => client.post("me/host-identity", { identity });
  const vote = async (key: string, statement: number) => {
    const response = await fetch(`${server.url}/api/v1/conversations/${slug}/votes`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "Idempotency-Key": key },
      body: JSON.stringify({ votes: [{ statement, value: 1 }] }),
    });
    return (await response.json()).participant;
  };
  return { id, slug, client, identify, vote };
}

test("whom a host names is the same participant on every device, and nobody before voting", async () => {
  const { id, client, identify, vote } = await openConversation();
  const first = await identify(sign(id, "reader-42"));
  expect(first.body.token).toBeNull();
  const participant = await vote(first.body.key, 1);
  const elsewhere = await identify(sign(id, "reader-42"));
  expect(elsewhere.body).toEqual({ key: first.body.key, token: participant.token });
  const { body } = await client.get("votes/mine", elsewhere.body.token);
  expect(body.votes).toHaveLength(1);
  const other = await identify(sign(id, "reader-43"));
  expect(other.body.token).toBeNull();
  expect((await vote(other.body.key, 1)).id).not.toBe(participant.id);
});

test("the name a host gives is kept nowhere", async () => {
  const { id, identify, vote } = await openConversation();
  const { body } = await identify(sign(id, "jane.doe@news.example"));
  await vote(body.key, 1);
  const stored = JSON.stringify(
    await database.sql`select * from participants where conversation_id = ${id}`,
  );
  expect(stored).toContain("token_hash");
  expect(stored).not.toMatch(/jane|news\.example/);
  expect(stored).not.toContain(body.key);
});

test("what was not signed for this conversation, or has run out, names nobody", async () => {
  const { id, identify } = await openConversation();
  const refused = await Promise.all(
    [
      sign(id + 1, "reader-42"),
      sign(id, "reader-42", { lastsSeconds: -5 }),
      `${sign(id, "reader-42")}x`,
      "x",
    ].map(identify),
  );
  for (const { status, body } of refused) {
    expect(status).toBe(401);
    expect(body.error.reason).toBe("host-identity-invalid");
  }
});

test("whom a host named is marked as such, and nobody can mark themselves", async () => {
  const { id, slug, identify, vote } = await openConversation();
  const { key } = (await identify(sign(id, "reader-42"))).body;
  const writer = (await identify(sign(id, "reader-43"))).body.key;
  await vote(key, 1);
  await vote(`${key.slice(0, -1)}${key.endsWith("A") ? "B" : "A"}`, 1);
  await vote("a-key-that-a-browser-made-up", 1);
  await fetch(`${server.url}/api/v1/conversations/${slug}/statements`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "Idempotency-Key": writer },
    body: JSON.stringify({ text: "Benches would be good." }),
  });
  const rows = await database.sql`
    select verified_by from participants where conversation_id = ${id} order by id`;
  expect(rows.map((row) => row.verified_by)).toEqual(["host", null, null, "host"]);
  const other = await openConversation();
  await other.vote(key, 1);
  const elsewhere = await database.sql`
    select verified_by from participants where conversation_id = ${other.id}`;
  expect(elsewhere.map((row) => row.verified_by)).toEqual([null]);
});

test("a new secret ends the one before at once, or a day later, and readers stay who they are", async () => {
  const { id, identify, vote } = await openConversation();
  const ctx = (now = new Date()) => ({
    db: database.db,
    actor: { kind: "operator" as const },
    now: () => now,
    secrets: { hostIdentity: secret },
  });
  const name = async (key: string) => (await identify(sign(id, "reader-42", { key }))).status;
  const current = async () => (await getHostSecret(ctx(), { conversationId: id })).secret;
  const first = await current();
  const { body } = await identify(sign(id, "reader-42", { key: first }));
  const participant = await vote(body.key, 1);
  await rotateHostSecret(ctx(), { conversationId: id, keepsOld: true });
  const second = await current();
  expect([await name(first), await name(second)]).toEqual([200, 200]);
  const aDayLater = new Date(Date.now() + 24 * 60 * 60 * 1000 + 1000);
  expect(await listHostSecrets(ctx(aDayLater), { conversationId: id })).toEqual([second]);
  await rotateHostSecret(ctx(), { conversationId: id, keepsOld: false });
  const third = await current();
  expect([await name(first), await name(second), await name(third)]).toEqual([401, 401, 200]);
  const again = await identify(sign(id, "reader-42", { key: third }));
  expect(again.body.token).toBe(participant.token);
});
