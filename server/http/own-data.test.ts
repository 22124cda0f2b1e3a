import { expect, test } from "vitest";
import { OwnData } from "@/lib/schemas/own-data";
import { createTestConversation } from "@/server/testing/conversation";
import { openTestDatabase } from "@/server/testing/database";
import { openTestServer } from "@/server/testing/http-server";
import { createParticipantClient } from "@/server/testing/participant-client";

const database = openTestDatabase();
const server = openTestServer(database);

async function openConversation(statements = 3) {
  const { id, slug } = await createTestConversation(database.db, { statements });
  const client = createParticipantClient(server.url, slug);
  const vote = async (votes: Record<number, number | null>, token?: string): Promise<string> => {
    const entries = Object.entries(votes);
    const list = entries.map(([statement, value]) => ({ statement: Number(statement), value }));
    const answer = await client.post("votes", { votes: list }, token);
    expect(answer.status).toBe(200);
    return answer.body.participant.token;
  };
  const write = async (text: string, token: string): Promise<number> =>
    (await client.post("statements", { text }, token)).body.statement.id;
  return { id, slug, client, vote, write };
}

async function rowsOf(conversationId: number, table: string) {
  return database.sql`
    select * from ${database.sql(table)} where conversation_id = ${conversationId}`;
}

async function queueRow(conversationId: number) {
  const [row] = await rowsOf(conversationId, "analysis_queue");
  return row!;
}

test("tells everything that is stored, in the documented shape", async () => {
  const { id, slug, client, vote, write } = await openConversation();
  const token = await vote({ 0: 1, 1: -1 });
  await vote({ 0: -1, 1: null }, token);
  const written = await write("Trees cool the square.", token);
  const { body } = await client.get("me", token);
  const data = OwnData.parse(body);
  expect(data).toEqual(body);
  expect(data.conversation.slug).toBe(slug);
  expect(data.participant).toMatchObject({ id: 0, xid: null });
  const [stored] = await rowsOf(id, "participants");
  expect(data.participant?.tokenHash).toBe(stored!.token_hash);
  expect(token).not.toContain(data.participant?.tokenHash);
  expect(data.votes.map(({ statement, value }) => [statement, value])).toEqual([
    [0, -1],
    [1, null],
    [written, 1],
  ]);
  expect(data.voteHistory.map(({ statement, value }) => [statement, value])).toEqual([
    [0, 1],
    [1, -1],
    [0, -1],
    [1, null],
    [written, 1],
  ]);
  expect(data.statements).toMatchObject([{ id: written, text: "Trees cool the square." }]);
});

test("nothing is stored of a stranger, in the same shape", async () => {
  const { client } = await openConversation();
  const { status, body } = await client.get("me");
  expect(status).toBe(200);
  expect(OwnData.parse(body)).toMatchObject({
    participant: null,
    votes: [],
    voteHistory: [],
    reports: [],
  });
});

test("the download is a file that no cache keeps", async () => {
  const { slug, vote } = await openConversation();
  const token = await vote({ 0: 1 });
  const { headers } = await fetch(`${server.url}/api/v1/conversations/${slug}/me?download`, {
    headers: { Authorization: `Participant ${token}` },
  });
  expect(headers.get("content-disposition")).toBe(`attachment; filename="${slug}-my-data.json"`);
  expect(headers.get("cache-control")).toBe("no-store");
});

test("deleting empties every table of this person, and of nobody else", async () => {
  const { id, client, vote, write } = await openConversation();
  const mine = await vote({ 0: 1, 1: -1, 2: 0 });
  await vote({ 0: -1, 2: null }, mine);
  const other = await vote({ 0: 1 });
  const alone = await write("Nobody else voted on this.", mine);
  const shared = await write("Somebody voted on this.", mine);
  await vote({ [shared]: 1 }, other);
  await client.post("me/resume-code", {}, mine);
  const { status, body } = await client.post("me/delete", {}, mine);
  expect(status).toBe(200);
  expect(body).toEqual({ votes: 4, statementsKept: 1, statementsWithdrawn: 1 });
  const participants = await rowsOf(id, "participants");
  expect(participants.map((row) => row.id)).toEqual([1]);
  for (const table of ["votes", "current_votes"]) {
    const rows = await rowsOf(id, table);
    expect(rows.map((row) => [row.participant_id, row.statement_id])).toEqual([
      [1, 0],
      [1, shared],
    ]);
  }
  expect(await rowsOf(id, "resume_codes")).toEqual([]);
  const statements = await rowsOf(id, "statements");
  expect(statements.map((row) => row.id)).not.toContain(alone);
  expect(statements.find((row) => row.id === shared)).toMatchObject({ author_id: null });
  expect(await queueRow(id)).toMatchObject({ deletion_seq: 1, deleted_votes: 4 });
  expect((await client.get("votes/mine", other)).body.votes).toHaveLength(2);
});

test("statements that nobody voted on stay too when that is wanted", async () => {
  const { id, client, vote, write } = await openConversation();
  const token = await vote({ 0: 1 });
  const written = await write("Nobody else voted on this.", token);
  const { body } = await client.post("me/delete", { statements: "keep" }, token);
  expect(body).toMatchObject({ statementsKept: 1, statementsWithdrawn: 0 });
  const statements = await rowsOf(id, "statements");
  expect(statements.find((row) => row.id === written)).toMatchObject({ author_id: null });
});

test("deleting twice, or from two devices at once, counts once", async () => {
  const { id, client, vote } = await openConversation();
  const token = await vote({ 0: 1, 1: 1 });
  const both = await Promise.all([
    client.post("me/delete", {}, token),
    client.post("me/delete", {}, token),
  ]);
  expect(both.map(({ body }) => body.votes).sort()).toEqual([0, 2]);
  expect((await client.post("me/delete", {}, token)).body.votes).toBe(0);
  expect(await queueRow(id)).toMatchObject({ deletion_seq: 1, deleted_votes: 2 });
});

test("votes on their way come before the deletion and go with it, or are refused", async () => {
  const { id, client, vote } = await openConversation(60);
  const token = await vote({ 0: 1 });
  const others = await vote({ 0: 1 });
  const cast = (statement: number) =>
    client.post("votes", { votes: [{ statement, value: 1 }] }, token);
  const underWay = Array.from({ length: 40 }, (_, index) => cast(index + 1));
  const deletion = client.post("me/delete", {}, token);
  const later = Array.from({ length: 10 }, (_, index) => cast(index + 41));
  const statuses = new Set((await Promise.all([...underWay, ...later])).map((vote) => vote.status));
  expect((await deletion).status).toBe(200);
  expect([...statuses].every((status) => status === 200 || status === 401)).toBe(true);
  for (const table of ["votes", "current_votes"]) {
    const rows = await rowsOf(id, table);
    expect(rows.map((row) => row.participant_id)).toEqual([1]);
  }
  expect((await client.get("votes/mine", others)).body.votes).toHaveLength(1);
});

test("the token is refused afterwards and its cookie taken back; then one is a newcomer", async () => {
  const { id, slug, client, vote } = await openConversation();
  const token = await vote({ 0: 1 });
  await client.post("me/delete", {}, token);
  const again = (headers: Record<string, string>) =>
    fetch(`${server.url}/api/v1/conversations/${slug}/votes`, {
      method: "POST",
      headers: { "Content-Type": "application/json", ...headers },
      body: JSON.stringify({ votes: [{ statement: 1, value: 1 }] }),
    });
  const refused = await again({ Cookie: `plenum-${id}=${token}` });
  expect(refused.status).toBe(401);
  expect((await refused.json()).error.reason).toBe("participant-gone");
  expect(refused.headers.getSetCookie().join()).toContain(`plenum-${id}=; Path=/; Max-Age=0`);
  expect(await rowsOf(id, "participants")).toEqual([]);
  const written = await client.post("statements", { text: "Still me?" }, token);
  expect(written.body.error.reason).toBe("participant-gone");
  const newcomer = await (await again({})).json();
  expect(newcomer.participant.id).toBe(1);
});

test("a plain form deletes only with the box ticked, and clears the cookies", async () => {
  const { id, slug, client, vote } = await openConversation();
  const cookie = `plenum-${id}=${await vote({ 0: 1 })}`;
  const without = await client.submit("me/delete", { lang: "zh-Hant" }, { Cookie: cookie });
  expect(without.location).toBe(`/c/${slug}/my-data?error=not-confirmed&lang=zh-Hant`);
  expect(await rowsOf(id, "participants")).toHaveLength(1);
  const done = await client.submit("me/delete", { confirm: "on" }, { Cookie: cookie });
  expect(done.location).toBe(`/c/${slug}/my-data?deleted=1`);
  expect(done.cookie).toContain(`plenum-${id}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`);
  expect(done.cookie).toContain("SameSite=None; Secure; Partitioned");
  expect(await rowsOf(id, "participants")).toEqual([]);
});

test("a closed conversation deletes too", async () => {
  const { id, client, vote } = await openConversation();
  const token = await vote({ 0: 1 });
  await database.sql`update conversations set state = 'closed' where id = ${id}`;
  expect((await client.post("me/delete", {}, token)).body.votes).toBe(1);
});

test("forgetting clears the cookies and keeps the votes", async () => {
  const { id, slug, client, vote } = await openConversation();
  const token = await vote({ 0: 1 });
  const done = await client.submit("me/forget", {}, { Cookie: `plenum-${id}=${token}` });
  expect(done).toMatchObject({ status: 303, location: `/c/${slug}?forgotten=1` });
  expect(done.cookie).toContain(`plenum-${id}=; Path=/; Max-Age=0`);
  expect((await client.get("votes/mine", token)).body.votes).toHaveLength(1);
});

test("a page of another site can neither delete nor forget nor resume", async () => {
  const { id, client, vote } = await openConversation();
  const headers = {
    Cookie: `plenum-${id}=${await vote({ 0: 1 })}`,
    "Sec-Fetch-Site": "cross-site",
  };
  for (const path of ["me/delete", "me/forget", "me/resume-code", "me/resume"]) {
    const answer = await client.submit(path, { confirm: "on" }, headers);
    expect([path, answer.status, answer.cookie]).toEqual([path, 403, null]);
  }
  expect(await rowsOf(id, "participants")).toHaveLength(1);
});
