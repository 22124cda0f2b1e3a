import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { hostSecret } from "@/server/auth/host-identity";
import { deriveSecrets } from "@/server/auth/secrets";
import { createTestConversation } from "@/server/testing/conversation";
import { openTestDatabase } from "@/server/testing/database";
import { openTestServer } from "@/server/testing/http-server";
import { createParticipantClient } from "@/server/testing/participant-client";

const database = openTestDatabase();
const server = openTestServer(database);
const secret = deriveSecrets("a secret for tests, long enough to be one").hostIdentity;

/** As the server of a newspaper would. */
function sign(conversationId: number, sub: string, lastsSeconds = 600): string {
  const exp = Math.floor(Date.now() / 1000) + lastsSeconds;
  const text = [{ alg: "HS256" }, { sub, exp }]
    .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
    .join(".");
  const key = hostSecret(secret, conversationId);
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
    [sign(id + 1, "reader-42"), sign(id, "reader-42", -5), `${sign(id, "reader-42")}x`, "x"].map(
      identify,
    ),
  );
  for (const { status, body } of refused) {
    expect(status).toBe(401);
    expect(body.error.reason).toBe("host-identity-invalid");
  }
});
