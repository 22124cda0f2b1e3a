import { expect, test } from "vitest";
import { createTestConversation } from "@/server/testing/conversation";
import { openTestDatabase } from "@/server/testing/database";
import { openTestServer } from "@/server/testing/http-server";
import { createParticipantClient } from "@/server/testing/participant-client";

const database = openTestDatabase();
const server = openTestServer(database);

type Options = Parameters<typeof createTestConversation>[1];

async function openConversation(options?: Options) {
  const { id, slug } = await createTestConversation(database.db, options);
  return { id, slug, client: createParticipantClient(server.url, slug) };
}

test("a newcomer writes a statement, agrees with it, and others are asked about it", async () => {
  const { id, client } = await openConversation({ statements: 1 });
  const { status, body } = await client.post("statements", {
    text: "  Buses should\n run at   night. ",
    language: "en",
  });
  expect(status).toBe(201);
  expect(body).toMatchObject({
    statement: { id: 1, text: "Buses should run at night.", moderation: "pending", isShown: true },
    isNew: true,
    participant: { id: 0 },
  });
  const others = await client.get("next");
  expect(others.body.next.map((statement: { id: number }) => statement.id).sort()).toEqual([0, 1]);
  const { token } = body.participant;
  expect((await client.get("next", token)).body).toMatchObject({ remaining: 1, next: [{ id: 0 }] });
  expect((await client.get("votes/mine", token)).body.votes).toMatchObject([
    { statement: 1, value: 1 },
  ]);
  const [queue] = await database.sql`
    select vote_seq, next_participant_id as participants, next_statement_id as statements,
      moderation_seq, due_at is not null as is_due
    from analysis_queue where conversation_id = ${id}`;
  expect(queue).toEqual({
    vote_seq: 1,
    participants: 1,
    statements: 2,
    moderation_seq: 1,
    is_due: true,
  });
});

test("under strict moderation a statement waits, and its author sees what becomes of it", async () => {
  const { id, client } = await openConversation({ settings: { moderation: "strict" } });
  const { body } = await client.post("statements", { text: "A quiet street." });
  expect(body.statement).toMatchObject({ moderation: "pending", isShown: false });
  expect((await client.get("next")).body).toEqual({ next: [], remaining: 0 });
  await database.sql`update statements set moderation = 'rejected', moderation_reason = 'unclear'
    where conversation_id = ${id}`;
  const { token } = body.participant;
  expect((await client.get("statements/mine", token)).body.statements).toMatchObject([
    { id: 0, text: "A quiet street.", moderation: "rejected", reason: "unclear" },
  ]);
  expect((await client.get("statements/mine")).body).toEqual({ statements: [] });
});

test("a text that is there already returns that statement, also when two write it at once", async () => {
  const { client } = await openConversation();
  const answers = await Promise.all(
    ["More trees.", "more TREES.", " More  trees. "].map((text) =>
      client.post("statements", { text }),
    ),
  );
  expect(answers.map((answer) => answer.status).sort()).toEqual([200, 200, 201]);
  expect(new Set(answers.map((answer) => answer.body.statement.id))).toEqual(new Set([0]));
  const second = answers.find((answer) => answer.status === 200);
  expect(second?.body).toMatchObject({ isNew: false, isOwn: false, vote: null });
});

test("an author who sends a text again is told that it is theirs, with the vote it has now", async () => {
  const { client } = await openConversation();
  const first = await client.post("statements", { text: "Weniger Lärm im Östlichen Viertel" });
  expect(first.body).toMatchObject({ isNew: true, isOwn: true, vote: { value: 1 } });
  const { token } = first.body.participant;
  await client.post("votes", { votes: [{ statement: 0, value: 0, important: true }] }, token);
  const again = { text: "weniger lärm im östlichen Viertel." };
  expect((await client.post("statements", again, token)).body).toMatchObject({
    isNew: false,
    isOwn: true,
    vote: { value: 0, important: true },
  });
});

test("texts that differ in a word, an accent or a question mark are different statements", async () => {
  const { client } = await openConversation();
  const texts = ["Mehr Bäume am Ring", "Mehr Baume am Ring", "Mehr Bäume am Ring?", "Mehr am Ring"];
  for (const text of texts) {
    expect((await client.post("statements", { text })).body).toMatchObject({ isNew: true });
  }
});

test("whoever voted on a rejected statement reads it no more, and can withdraw the vote", async () => {
  const { id, client } = await openConversation({ statements: 1 });
  const vote = (value: 1 | null, token?: string) =>
    client.post("votes", { votes: [{ statement: 0, value }] }, token);
  const { token } = (await vote(1)).body.participant;
  await database.sql`update statements set moderation = 'rejected' where conversation_id = ${id}`;
  const listed = await client.get("votes/mine", token);
  expect(listed.body.votes).toMatchObject([{ statement: 0, value: 1, text: null }]);
  expect((await vote(null, token)).status).toBe(200);
  expect((await client.get("votes/mine", token)).body.votes).toEqual([]);
});

test("a rejected text cannot be written again", async () => {
  const { id, client } = await openConversation();
  await client.post("statements", { text: "Something rude." });
  await database.sql`update statements set moderation = 'rejected' where conversation_id = ${id}`;
  expect(await client.post("statements", { text: "something rude." })).toMatchObject({
    status: 409,
    body: { error: { reason: "statement-rejected-before" } },
  });
});

test.each([
  ["an empty text", { text: " \n\t" }, 400, "statement-empty"],
  ["a text that shows nothing", { text: "\u200b\u3164\u2800" }, 400, "statement-empty"],
  ["a text that is too long", { text: "字".repeat(201) }, 400, "statement-too-long"],
  ["no text", {}, 400, "input-invalid"],
  ["a language that is none", { text: "Hello", language: "<b>" }, 400, "input-invalid"],
])("%s is refused", async (_name, body, status, reason) => {
  const { client } = await openConversation();
  expect(await client.post("statements", body)).toMatchObject({
    status,
    body: { error: { reason } },
  });
});

test("a text of exactly the limit is taken, counted as people count", async () => {
  const { client } = await openConversation();
  const text = "🚌".repeat(200);
  expect((await client.post("statements", { text })).body.statement.text).toBe(text);
});

test("characters that no database or page can take are cleaned away", async () => {
  const { client } = await openConversation();
  const { body } = await client.post("statements", { text: "Null\u0000byte and \ud800 half" });
  expect(body.statement.text).toBe("Null byte and half");
});

test("writing can be switched off, and ends with the conversation", async () => {
  const off = await openConversation({ settings: { participantsMayWrite: false } });
  expect(await off.client.post("statements", { text: "Hello" })).toMatchObject({
    status: 403,
    body: { error: { reason: "writing-closed" } },
  });
  const closed = await openConversation({ statements: 2 });
  await database.sql`update conversations set state = 'closed' where id = ${closed.id}`;
  expect(await closed.client.post("statements", { text: "Hello" })).toMatchObject({
    status: 412,
    body: { error: { reason: "conversation-closed" } },
  });
  expect((await closed.client.get("next")).body).toEqual({ next: [], remaining: 0 });
});

test("votes and statements at once share the conversation's counters without a clash", async () => {
  const { id, client } = await openConversation({ statements: 1 });
  const acts = Array.from({ length: 24 }, (_, index) =>
    index % 2 === 0
      ? client.post("votes", { votes: [{ statement: 0, value: 1 }] })
      : client.post("statements", { text: `Statement of person ${index}` }),
  );
  const answers = await Promise.all(acts);
  expect(answers.filter((answer) => answer.status >= 300)).toEqual([]);
  const ids = answers.map((answer) => answer.body.participant.id).sort((a, b) => a - b);
  expect(ids).toEqual(Array.from({ length: 24 }, (_, index) => index));
  const [row] = await database.sql`
    select count(*)::int as votes, count(distinct vote_seq)::int as numbers, max(vote_seq) as last
    from votes where conversation_id = ${id}`;
  expect(row).toEqual({ votes: 24, numbers: 24, last: 24 });
});

test("?count= is checked", async () => {
  const { client } = await openConversation({ statements: 5 });
  expect((await client.get("next?count=3")).body.next).toHaveLength(3);
  expect((await client.get("next?count=0")).body).toEqual({ next: [], remaining: 5 });
  for (const count of ["-1", "101", "x", ""]) {
    expect((await client.get(`next?count=${count}`)).body.error.reason).toBe("count-invalid");
  }
});

test("a moderated statement leaves the ballot at once, by its live event", async () => {
  const { id, client } = await openConversation({ statements: 2 });
  expect((await client.get("next")).body.remaining).toBe(2);
  await database.sql.begin(async (tx) => {
    await tx`update statements set moderation = 'rejected' where conversation_id = ${id} and id = 0`;
    await tx`update analysis_queue set moderation_seq = moderation_seq + 1
      where conversation_id = ${id}`;
    await tx`select pg_notify('plenum', ${JSON.stringify({ type: "statements", conversationId: id })})`;
  });
  await expect
    .poll(async () => (await client.get("next")).body.remaining, { timeout: 5_000 })
    .toBe(1);
});
