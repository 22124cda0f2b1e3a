import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { createTestConversation } from "@/server/testing/conversation";
import { openTestDatabase } from "@/server/testing/database";
import { openTestServer } from "@/server/testing/http-server";

const database = openTestDatabase();
const server = openTestServer(database);

const newKey = () => randomBytes(16).toString("base64url");

interface Posted {
  status: number;
  body: {
    accepted: number;
    remaining: number;
    next: { id: number; text: string }[];
    participant: { id: number; token: string };
    error: { code: string; reason: string; message: string };
  };
  cookie: string | null;
  headers: Headers;
}

async function post(
  slug: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Posted> {
  const response = await fetch(`${server.url}/api/v1/conversations/${slug}/votes`, {
    method: "POST",
    headers: { "Content-Type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  return {
    status: response.status,
    body: await response.json(),
    cookie: response.headers.get("set-cookie"),
    headers: response.headers,
  };
}

const vote = (statement: number, value: unknown = 1) => ({ votes: [{ statement, value }] });

async function countVotes(conversationId: number): Promise<number> {
  const [row] = await database.sql<{ count: number }[]>`
    select count(*)::int as count from votes where conversation_id = ${conversationId}`;
  return row!.count;
}

test("a newcomer gets a token, a cookie and the statements to vote on next", async () => {
  const { id, slug } = await createTestConversation(database.db, { statements: 12 });
  const { status, body, cookie } = await post(slug, vote(3), { "Idempotency-Key": newKey() });
  expect(status).toBe(200);
  expect(body).toMatchObject({ accepted: 1, remaining: 11, participant: { id: 0 } });
  expect(body.next).toHaveLength(10);
  expect(body.next.map((statement) => statement.id)).not.toContain(3);
  expect(body.next[0]!.text).toBe(`Statement ${body.next[0]!.id}`);
  expect(cookie).toBe(
    `plenum-${id}=${body.participant.token}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax`,
  );
});

test("the token is believed in the header and in the cookie", async () => {
  const { id, slug } = await createTestConversation(database.db, { statements: 3 });
  const first = await post(slug, vote(0));
  const { token } = first.body.participant;
  const byHeader = await post(slug, vote(1), { Authorization: `Participant ${token}` });
  const byCookie = await post(slug, vote(2), { Cookie: `plenum-${id}=${token}` });
  expect(byHeader.body.participant).toEqual(first.body.participant);
  expect(byCookie.body.participant).toEqual(first.body.participant);
  expect(byCookie.body).toMatchObject({ next: [], remaining: 0 });
});

test("64 newcomers at once all succeed and are 64 participants", async () => {
  const { id, slug } = await createTestConversation(database.db, { statements: 2 });
  const answers = await Promise.all(
    Array.from({ length: 64 }, () => post(slug, vote(1), { "Idempotency-Key": newKey() })),
  );
  expect(answers.map((answer) => answer.status)).toEqual(Array(64).fill(200));
  const participants = answers.map((answer) => answer.body.participant);
  expect(new Set(participants.map((participant) => participant.id)).size).toBe(64);
  expect(new Set(participants.map((participant) => participant.token)).size).toBe(64);
  expect(await countVotes(id)).toBe(64);
});

test("the same Idempotency-Key, twice at once and once more, is one participant", async () => {
  const { id, slug } = await createTestConversation(database.db, { statements: 2 });
  const headers = { "Idempotency-Key": newKey() };
  const answers = await Promise.all([post(slug, vote(1), headers), post(slug, vote(1), headers)]);
  answers.push(await post(slug, vote(1), headers));
  const participants = answers.map((answer) => answer.body.participant);
  expect(participants).toEqual(Array(3).fill(participants[0]));
  expect(await countVotes(id)).toBe(1);
});

test("the same key in another conversation has no token in common", async () => {
  const one = await createTestConversation(database.db, { statements: 1 });
  const two = await createTestConversation(database.db, { statements: 1 });
  const headers = { "Idempotency-Key": newKey() };
  const first = await post(one.slug, vote(0), headers);
  const second = await post(two.slug, vote(0), headers);
  const parts = (answer: Posted) => answer.body.participant.token.split(".").slice(2);
  expect(parts(first).filter((part) => parts(second).includes(part))).toEqual([]);
});

test("a token of another conversation is refused in the header and ignored in the cookie", async () => {
  const one = await createTestConversation(database.db, { statements: 1 });
  const two = await createTestConversation(database.db, { statements: 1 });
  const { token } = (await post(one.slug, vote(0))).body.participant;
  const byHeader = await post(two.slug, vote(0), { Authorization: `Participant ${token}` });
  expect(byHeader.status).toBe(401);
  expect(byHeader.body.error.reason).toBe("participant-token-invalid");
  const byCookie = await post(two.slug, vote(0), { Cookie: `plenum-${two.id}=${token}` });
  expect(byCookie.status).toBe(200);
  expect(byCookie.body.participant.token).not.toBe(token);
});

test("null withdraws a vote", async () => {
  const { slug } = await createTestConversation(database.db, { statements: 2 });
  const { token } = (await post(slug, vote(0))).body.participant;
  const answer = await post(slug, vote(0, null), { Authorization: `Participant ${token}` });
  expect(answer.body).toMatchObject({ accepted: 1, remaining: 2 });
});

test("an embedded page gets a cookie that its frame may keep", async () => {
  const { slug } = await createTestConversation(database.db, { statements: 1 });
  const { cookie } = await post(slug, vote(0), { "Plenum-Embed": "1" });
  expect(cookie).toMatch(/; HttpOnly; SameSite=None; Secure; Partitioned$/);
});

test("?count= says how many next statements are wanted", async () => {
  const { slug } = await createTestConversation(database.db, { statements: 5 });
  const response = await fetch(`${server.url}/api/v1/conversations/${slug}/votes?count=2`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(vote(0)),
  });
  expect((await response.json()).next).toHaveLength(2);
});

test.each([
  ["a value that is no vote", vote(0, 2), 400, "input-invalid", "votes.0.value"],
  ["a value of the wrong type", vote(0, "1"), 400, "input-invalid", "votes.0.value"],
  ["a statement that is no id", vote(-1), 400, "input-invalid", "votes.0.statement"],
  ["no votes at all", { votes: [] }, 400, "input-invalid", "votes"],
  ["no object", [], 400, "input-invalid", ""],
  ["an unknown key", { ...vote(0), extra: 1 }, 400, "input-invalid", "extra"],
  ["101 votes", { votes: Array(101).fill({ statement: 0, value: 1 }) }, 400, "input-invalid", ""],
  ["an unknown statement", vote(99), 404, "statement-not-found", "99"],
  ["broken JSON", '{"votes": [', 400, "json-malformed", "JSON"],
  ["an empty body", "", 400, "json-malformed", "JSON"],
  ["a body that is too large", `"${"x".repeat(70_000)}"`, 413, "body-too-large", "65536"],
])("%s is refused with its reason", async (_name, body, status, reason, word) => {
  const { id, slug } = await createTestConversation(database.db, { statements: 1 });
  const answer = await post(slug, body);
  expect(answer).toMatchObject({ status, body: { error: { reason } } });
  expect(answer.body.error.message).toContain(word);
  expect(await countVotes(id)).toBe(0);
});

test("other media types, keys that can be guessed and bodies that are not UTF-8 are refused", async () => {
  const { slug } = await createTestConversation(database.db, { statements: 1 });
  const xml = await post(slug, "<votes/>", { "Content-Type": "application/xml" });
  expect(xml).toMatchObject({ status: 415, body: { error: { reason: "media-type-unsupported" } } });
  const key = await post(slug, vote(0), { "Idempotency-Key": "1234" });
  expect(key).toMatchObject({
    status: 400,
    body: { error: { reason: "idempotency-key-invalid" } },
  });
  const response = await fetch(`${server.url}/api/v1/conversations/${slug}/votes`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: new Uint8Array([0x22, 0xff, 0x22]),
  });
  expect((await response.json()).error.reason).toBe("body-not-utf8");
});

test.each([
  ["closed", { state: "closed" }, 412, "conversation-closed"],
  ["past its closing date", { closes_at: "2020-01-01" }, 412, "conversation-closed"],
  ["not open yet", { opens_at: "2999-01-01" }, 412, "conversation-not-open-yet"],
  ["a draft", { state: "draft" }, 404, "conversation-not-found"],
])("a conversation that is %s refuses votes", async (_name, change, status, reason) => {
  const { id, slug } = await createTestConversation(database.db, { statements: 1 });
  await database.sql`update conversations set ${database.sql(change)} where id = ${id}`;
  expect(await post(slug, vote(0))).toMatchObject({ status, body: { error: { reason } } });
});

test("an unknown conversation is not found", async () => {
  expect(await post("nowhere", vote(0))).toMatchObject({
    status: 404,
    body: { error: { code: "NOT_FOUND", reason: "conversation-not-found" } },
  });
});

test("another method tells which there are; another address of the API is not found", async () => {
  const { slug } = await createTestConversation(database.db, { statements: 1 });
  const response = await fetch(`${server.url}/api/v1/conversations/${slug}/votes`);
  expect(response.status).toBe(405);
  expect(response.headers.get("allow")).toBe("POST, OPTIONS");
  const nothing = await fetch(`${server.url}/api/v1/nothing`);
  expect(nothing.status).toBe(404);
  expect((await nothing.json()).error.reason).toBe("address-unknown");
  expect(await (await fetch(`${server.url}/c/${slug}`)).text()).toBe("a page");
});

test("a page of another site cannot make a browser vote", async () => {
  const { slug } = await createTestConversation(database.db, { statements: 1 });
  const refused = { status: 403, body: { error: { reason: "cross-site-request" } } };
  expect(await post(slug, vote(0), { Origin: "https://evil.example" })).toMatchObject(refused);
  expect(await post(slug, vote(0), { Origin: "null" })).toMatchObject(refused);
  expect((await post(slug, vote(0), { Origin: server.url })).status).toBe(200);
});

test("answers are not cached and not sniffed", async () => {
  const { slug } = await createTestConversation(database.db, { statements: 1 });
  const { headers } = await post(slug, vote(0));
  expect(headers.get("cache-control")).toBe("no-store");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
});

test("own votes come with the number that new votes have to exceed", async () => {
  const { slug } = await createTestConversation(database.db, { statements: 3 });
  const cast = (votes: object[], headers: Record<string, string>) => post(slug, { votes }, headers);
  const first = await cast(
    [
      { statement: 0, value: 1, seq: 9_000_000_000_000 },
      { statement: 1, value: 1, seq: 5 },
    ],
    { "Idempotency-Key": newKey() },
  );
  const { token } = first.body.participant;
  const authorization = { Authorization: `Participant ${token}` };
  await cast([{ statement: 0, value: null, seq: 9_000_000_000_001 }], authorization);
  const mine = (headers: Record<string, string>) =>
    fetch(`${server.url}/api/v1/conversations/${slug}/votes/mine`, { headers });
  const own = await (await mine(authorization)).json();
  expect(own.votes).toMatchObject([{ statement: 1 }]);
  expect(own.seq).toBe(9_000_000_000_001);
  expect(await (await mine({})).json()).toEqual({ votes: [], seq: 0 });
});
