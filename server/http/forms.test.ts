import { expect, test } from "vitest";
import { createTestConversation } from "@/server/testing/conversation";
import { openTestDatabase } from "@/server/testing/database";
import { openTestServer } from "@/server/testing/http-server";
import { createParticipantClient } from "@/server/testing/participant-client";

const database = openTestDatabase();
const server = openTestServer(database);

const idempotencyKey = "a".repeat(22);

async function openConversation() {
  const { id, slug } = await createTestConversation(database.db, { statements: 3 });
  return { id, slug, client: createParticipantClient(server.url, slug) };
}

async function currentVotes(id: number) {
  return database.sql`select statement_id as statement, value, important from current_votes
    where conversation_id = ${id} order by statement_id`;
}

test("a form without JavaScript votes and leads back to the page", async () => {
  const { id, slug, client } = await openConversation();
  const answer = await client.submit("votes", {
    statement: "2",
    value: "-1",
    important: "on",
    idempotencyKey,
  });
  expect(answer).toMatchObject({ status: 303, location: `/c/${slug}?voted=2` });
  expect(answer.cookie).toContain(`plenum-${id}=v1.0.`);
  expect(await currentVotes(id)).toEqual([{ statement: 2, value: -1, important: true }]);
});

test("sending the same form twice, as an impatient finger does, changes nothing", async () => {
  const { id, client } = await openConversation();
  const fields = { statement: "0", value: "1", idempotencyKey };
  const answers = await Promise.all([
    client.submit("votes", fields),
    client.submit("votes", fields),
  ]);
  expect(answers[0]!.cookie).toBe(answers[1]!.cookie);
  expect(await currentVotes(id)).toHaveLength(1);
});

test("a vote that is changed on the page of own votes leads back there", async () => {
  const { id, slug, client } = await openConversation();
  const fields = { statement: "1", value: "0", idempotencyKey, page: "mine", lang: "zh-Hant" };
  const answer = await client.submit("votes", fields);
  expect(answer.location).toBe(`/c/${slug}/mine?voted=1&lang=zh-Hant`);
  expect(await currentVotes(id)).toEqual([{ statement: 1, value: 0, important: false }]);
});

test("an empty value withdraws the vote", async () => {
  const { id, client } = await openConversation();
  await client.submit("votes", { statement: "0", value: "1", idempotencyKey });
  await client.submit("votes", { statement: "0", value: "", idempotencyKey });
  expect(await currentVotes(id)).toEqual([{ statement: 0, value: null, important: false }]);
});

test("in a frame the form leads back to the frame, with a cookie that it may keep", async () => {
  const { slug, client } = await openConversation();
  const fields = { statement: "0", value: "0", embed: "1", lang: "zh-Hant" };
  const answer = await client.submit("votes", fields);
  expect(answer.location).toBe(`/embed/${slug}?voted=0&lang=zh-Hant`);
  expect(answer.cookie).toContain("SameSite=None; Secure; Partitioned");
});

test("a statement written by form leads back to the page too", async () => {
  const { slug, client } = await openConversation();
  const write = (text: string) => client.submit("statements", { text, idempotencyKey });
  expect((await write("More benches.")).location).toBe(`/c/${slug}?written=3`);
  expect((await write("more benches.")).location).toBe(`/c/${slug}?existing=3`);
  expect((await write(" ")).location).toBe(`/c/${slug}?error=statement-empty`);
});

test("what is wrong with a form is told to the page by its reason", async () => {
  const { id, slug, client } = await openConversation();
  const errorOf = async (fields: Record<string, string>) =>
    (await client.submit("votes", fields)).location;
  expect(await errorOf({ statement: "9", value: "1" })).toBe(
    `/c/${slug}?error=statement-not-found`,
  );
  expect(await errorOf({ statement: "", value: "1" })).toBe(`/c/${slug}?error=input-invalid`);
  expect(await errorOf({ statement: "0", value: "7" })).toBe(`/c/${slug}?error=input-invalid`);
  expect(await errorOf({ statement: "0" })).toBe(`/c/${slug}?error=input-invalid`);
  await database.sql`update conversations set state = 'closed' where id = ${id}`;
  // The cached ballot may still say open; the vote is refused by what the database says.
  expect(await errorOf({ statement: "0", value: "1" })).toBe(
    `/c/${slug}?error=conversation-closed`,
  );
});

test.each([
  ["Sec-Fetch-Site", "cross-site"],
  ["Sec-Fetch-Site", "same-site"],
  ["Origin", "https://evil.example"],
])("a form on another site is refused: %s: %s", async (name, value) => {
  const { id, client } = await openConversation();
  const answer = await client.submit("votes", { statement: "0", value: "1" }, { [name]: value });
  expect(answer.status).toBe(403);
  expect(await currentVotes(id)).toEqual([]);
});

test("a script that posts a form gets JSON", async () => {
  const { slug } = await openConversation();
  const response = await fetch(`${server.url}/api/v1/conversations/${slug}/votes`, {
    method: "POST",
    body: new URLSearchParams({ statement: "1", value: "0" }),
  });
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ accepted: 1, remaining: 2 });
});
