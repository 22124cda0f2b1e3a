import { expect, test } from "vitest";
import { createTestConversation } from "@/server/testing/conversation";
import { openTestDatabase } from "@/server/testing/database";
import { openTestServer } from "@/server/testing/http-server";
import { createParticipantClient } from "@/server/testing/participant-client";

const database = openTestDatabase();
const server = openTestServer(database);

async function openConversation() {
  const { id, slug } = await createTestConversation(database.db, { statements: 5 });
  const client = createParticipantClient(server.url, slug);
  const vote = async (votes: Record<number, number>, token?: string): Promise<string> => {
    const list = Object.entries(votes).map(([key, value]) => ({ statement: Number(key), value }));
    return (await client.post("votes", { votes: list }, token)).body.participant.token;
  };
  const ask = async (token: string): Promise<string> =>
    (await client.post("me/resume-code", {}, token)).body.code;
  return { id, slug, client, vote, ask };
}

async function ownVotes(
  client: { get(path: string, token: string): Promise<{ body: unknown }> },
  token: string,
) {
  const { body } = await client.get("me", token);
  const { votes } = body as { votes: { statement: number; value: number }[] };
  return votes.map(({ statement, value }) => [statement, value]);
}

test("a code makes both devices speak as the same participant, and serves once", async () => {
  const { id, slug, client, vote, ask } = await openConversation();
  const token = await vote({ 0: 1 });
  const code = await ask(token);
  const entered = await client.submit("me/resume", {
    code: code.toLowerCase().replaceAll("-", " "),
  });
  expect(entered.location).toBe(`/c/${slug}?resumed=1`);
  expect(entered.cookie).toContain(`plenum-${id}=${token}`);
  const again = await client.submit("me/resume", { code });
  expect(again).toMatchObject({
    location: `/c/${slug}/resume?error=resume-code-unknown`,
    cookie: null,
  });
});

test("two who enter a code at once do not both get in", async () => {
  const { client, vote, ask } = await openConversation();
  const code = await ask(await vote({ 0: 1 }));
  const entries = await Promise.all([1, 2, 3].map(() => client.post("me/resume", { code })));
  expect(entries.map(({ status }) => status).sort()).toEqual([200, 404, 404]);
});

test("neither code nor token can be read in the database, and a new code replaces the old", async () => {
  const { id, client, vote, ask } = await openConversation();
  const token = await vote({ 0: 1 });
  const first = await ask(token);
  const second = await ask(token);
  const stored = JSON.stringify(
    await database.sql`select * from resume_codes where conversation_id = ${id}`,
  );
  for (const secret of [first, second, token, token.split(".")[2]!]) {
    expect(stored).not.toContain(secret);
  }
  expect((await client.post("me/resume", { code: first })).status).toBe(404);
  expect((await client.post("me/resume", { code: second })).status).toBe(200);
});

test("a code is too old after an hour, and means nothing in another conversation", async () => {
  const { id, client, vote, ask } = await openConversation();
  const elsewhere = await openConversation();
  const code = await ask(await vote({ 0: 1 }));
  expect((await elsewhere.client.post("me/resume", { code })).status).toBe(404);
  await database.sql`
    update resume_codes set expires_at = expires_at - interval '61 minutes'
    where conversation_id = ${id}`;
  expect((await client.post("me/resume", { code })).status).toBe(404);
});

test("a stranger gets no code, and a deleted participant neither", async () => {
  const { client, vote } = await openConversation();
  expect((await client.post("me/resume-code", {})).body.error.reason).toBe("participant-unknown");
  const token = await vote({ 0: 1 });
  await client.post("me/delete", {}, token);
  const answer = await client.post("me/resume-code", {}, token);
  expect(answer.body.error.reason).toBe("participant-gone");
});

test("what the second device did on its own is joined only when that is said", async () => {
  const { id, client, vote, ask } = await openConversation();
  const phone = await vote({ 0: 1, 1: 1, 2: 1 });
  const laptop = await vote({ 1: -1, 3: -1 });
  await vote({ 2: 0 }, laptop);
  await vote({ 2: -1 }, phone);
  const written = await client.post("statements", { text: "From the laptop." }, laptop);
  const code = await ask(phone);
  const asked = await client.post("me/resume", { code }, laptop);
  expect([asked.status, asked.body.error.reason]).toEqual([409, "resume-has-own-votes"]);
  const joined = await client.post("me/resume", { code, join: true }, laptop);
  expect(joined.body.participant).toEqual({ id: 0, token: phone });
  expect(await ownVotes(client, phone)).toEqual([
    [0, 1],
    [1, -1],
    [2, -1],
    [3, -1],
    [written.body.statement.id, 1],
  ]);
  const people = await database.sql`
    select distinct participant_id as id from votes where conversation_id = ${id}`;
  expect(people).toEqual([{ id: 0 }]);
  const [queue] = await database.sql`
    select q.vote_seq as counter, max(v.vote_seq) as newest, q.deletion_seq as deletions
    from analysis_queue q join votes v using (conversation_id)
    where conversation_id = ${id} group by 1, 3`;
  expect(queue).toMatchObject({ counter: queue!.newest, deletions: 1 });
  const { body } = await client.get("statements/mine", phone);
  expect(body.statements).toMatchObject([{ text: "From the laptop." }]);
  expect((await client.post("votes", { votes: [{ statement: 4, value: 1 }] }, laptop)).status).toBe(
    401,
  );
});

test("after closing, votes of two devices are not joined any more", async () => {
  const { id, client, vote, ask } = await openConversation();
  const code = await ask(await vote({ 0: 1 }));
  const other = await vote({ 1: 1 });
  await database.sql`update conversations set state = 'closed' where id = ${id}`;
  server.runtime.ballots.close();
  const refused = await client.post("me/resume", { code, join: true }, other);
  expect(refused.body.error.reason).toBe("resume-closed");
  expect((await client.post("me/resume", { code })).status).toBe(200);
});

test("whoever guesses codes is stopped", async () => {
  const { client } = await openConversation();
  const guess = async () => (await client.post("me/resume", { code: "CCC-CCC-CCC" })).status;
  const statuses: number[] = [];
  for (let attempt = 0; attempt < 60; attempt += 1) statuses.push(await guess());
  expect(statuses.at(-1)).toBe(429);
});
