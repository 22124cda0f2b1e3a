import { beforeAll, expect, test } from "vitest";
import { memberships } from "@/drizzle/schema/conversation";
import { createUser } from "@/server/services/users/create";
import { contextFor } from "@/server/testing/actors";
import { openTestDatabase } from "@/server/testing/database";
import { openTestServer } from "@/server/testing/http-server";
import { closeOwedConversation } from "@/server/testing/owed-conversation";

const database = openTestDatabase();
const server = openTestServer(database, { TRUST_PROXY: "1" });
const credentials = { email: "minister@example.org", password: "correct horse battery" };
let officialId: string;
let cookie: string;

beforeAll(async () => {
  officialId = (await createUser(contextFor(database.db), credentials)).id;
  const signedIn = await fetch(`${server.url}/api/manage/sign-in`, {
    method: "POST",
    redirect: "manual",
    headers: { origin: server.url },
    body: new URLSearchParams(credentials),
  });
  cookie = signedIn.headers.getSetCookie()[0]!.split(";")[0]!;
});

async function closeForOfficial() {
  const conversation = await closeOwedConversation(database);
  await database.db
    .insert(memberships)
    .values({ conversationId: conversation.id, userId: officialId, role: "official" });
  return conversation;
}

const answer = {
  form: "answer",
  statement: "0",
  basedOn: "0",
  decision: "will-act",
  reason: "We plant them.\r\nSoon.",
  unit: "Parks",
  dueOn: "2030-04-30",
};

async function post(
  slug: string,
  fields: Record<string, string>,
  options: { query?: string; headers?: Record<string, string> } = {},
) {
  const response = await fetch(`${server.url}/manage/c/${slug}/answers${options.query ?? ""}`, {
    method: "POST",
    redirect: "manual",
    headers: { origin: server.url, cookie, ...options.headers },
    body: new URLSearchParams(fields),
  });
  const { status, headers } = response;
  return { status, location: headers.get("location"), text: await response.text(), headers };
}

async function readStored(conversationId: number) {
  return {
    answers: await database.sql`
      select number, decision, reason, unit, due_on::text as due, answered_by as by from answers
      where conversation_id = ${conversationId} order by number`,
    updates: await database.sql`
      select number, status, text, reported_by as by from answer_updates
      where conversation_id = ${conversationId} order by number`,
  };
}

test("an official's forms are stored under their name, and lead back to the statement", async () => {
  const { id, slug } = await closeForOfficial();
  const given = await post(slug, answer, { query: "?lang=de" });
  expect(given).toMatchObject({
    status: 303,
    location: `/manage/c/${slug}/answers?published=0&lang=de#answer-0`,
  });
  const refusal = { ...answer, basedOn: "1", decision: "will-not", reason: "After all not." };
  expect((await post(slug, refusal)).status).toBe(303);
  const note = { form: "progress", statement: "0", basedOn: "0", status: "note", text: "Sorry." };
  expect((await post(slug, note)).location).toBe(`/manage/c/${slug}/answers?published=0#answer-0`);
  const by = officialId;
  expect(await readStored(id)).toEqual({
    answers: [
      {
        number: 1,
        decision: "will-act",
        reason: "We plant them.\nSoon.",
        unit: "Parks",
        due: "2030-04-30",
        by,
      },
      // The day stood in a field that is hidden when nothing will be done.
      { number: 2, decision: "will-not", reason: "After all not.", unit: "Parks", due: null, by },
    ],
    updates: [{ number: 1, status: "note", text: "Sorry.", by }],
  });
});

test("what cannot be published is answered with the page itself, and nothing is stored", async () => {
  const { id, slug } = await closeForOfficial();
  const wrong: Record<string, string>[] = [
    { ...answer, reason: " " },
    { ...answer, statement: "1" },
    { ...answer, statement: "x" },
    { ...answer, basedOn: "7" },
    { ...answer, decision: "" },
    { form: "progress", statement: "0", basedOn: "0", status: "done", text: "?" },
    {},
  ];
  for (const fields of wrong) {
    const shown = await post(slug, fields);
    expect(shown).toMatchObject({ location: null, text: "a page" });
    // Pages have a policy of their own.
    expect(shown.headers.get("content-security-policy")).toBeNull();
  }
  expect(await readStored(id)).toEqual({ answers: [], updates: [] });
});

test("whoever is signed out is sent to sign in by a request for that page", async () => {
  const { id, slug } = await closeForOfficial();
  const sent = await post(slug, answer, { query: "?lang=de", headers: { cookie: "" } });
  expect(sent).toMatchObject({ status: 303, location: "/manage/sign-in?lang=de" });
  expect(await readStored(id)).toEqual({ answers: [], updates: [] });
});

test("a form on another site, or of somebody with another role, publishes nothing", async () => {
  const { id, slug } = await closeOwedConversation(database);
  const foreign = await post(slug, answer, { headers: { "sec-fetch-site": "cross-site" } });
  expect(foreign.status).toBe(403);
  expect((await post(slug, answer)).text).toBe("a page");
  await database.db
    .insert(memberships)
    .values({ conversationId: id, userId: officialId, role: "moderator" });
  expect((await post(slug, answer)).text).toBe("a page");
  expect(await readStored(id)).toEqual({ answers: [], updates: [] });
});

test("asking for the page that the forms stand on is asking for a page", async () => {
  const address = `${server.url}/manage/c/some/answers`;
  for (const [method, text] of [
    ["GET", "a page"],
    ["HEAD", ""],
  ]) {
    const response = await fetch(address, { method: method! });
    expect([response.status, await response.text()]).toEqual([404, text]);
  }
  expect((await fetch(address, { method: "PUT" })).status).toBe(405);
});
