import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { conversations, memberships } from "@/drizzle/schema/conversation";
import { type ConversationSettings, defaultConversationSettings } from "@/lib/schemas/conversation";
import { importPolisExport } from "@/server/import/polis/import-export";
import { getConversation } from "@/server/services/conversations/get";
import type { Role } from "@/server/services/permissions/permission-table";
import { createUser } from "@/server/services/users/create";
import { contextFor } from "@/server/testing/actors";
import { openTestDatabase } from "@/server/testing/database";
import { soundExport, writeExportFolder } from "@/server/testing/export-folder";
import { openTestServer } from "@/server/testing/http-server";

const database = openTestDatabase();
const server = openTestServer(database);
const password = "correct horse battery";
const totals = [
  "summary.csv",
  "comments.csv",
  "comment-groups.csv",
  "format.json",
  "translations.csv",
];
const rows = ["votes.csv", "participant-votes.csv", "participant-importance.csv"];
let counter = 0;

/** Statement 0 is accepted, 1 rejected, 2 waits for a decision. */
async function importConversation(settings: Partial<ConversationSettings> = {}, votes?: string) {
  counter += 1;
  const dir = await writeExportFolder({
    "comments.csv": `${soundExport["comments.csv"]}1500000002000,x,2,1,0,0,0,Still waiting\n`,
    ...(votes ? { "votes.csv": votes } : {}),
  });
  const { slug } = await importPolisExport(
    { sql: database.sql, now: () => new Date() },
    { dir, slug: `export-${counter}` },
  );
  const merged = { ...defaultConversationSettings, moderation: "strict" as const, ...settings };
  await database.db
    .update(conversations)
    .set({ settings: merged })
    .where(eq(conversations.slug, slug));
  return getConversation(contextFor(database.db), { slug });
}

async function signInAs(conversationId: number, role: Role): Promise<string> {
  counter += 1;
  const email = `user-${counter}@example.org`;
  const { id: userId } = await createUser(contextFor(database.db), { email, password });
  await database.db.insert(memberships).values({ conversationId, userId, role });
  const response = await server.runtime.auth.handler(
    new Request(`${server.url}/api/auth/sign-in/email`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: server.url },
      body: JSON.stringify({ email, password }),
    }),
  );
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

const download = (slug: string, file: string, headers: Record<string, string> = {}) =>
  fetch(`${server.url}/api/v1/conversations/${slug}/export/${file}`, { headers });

async function statuses(slug: string, files: string[], headers: Record<string, string> = {}) {
  const answers = [];
  for (const file of files) answers.push((await download(slug, file, headers)).status);
  return [...new Set(answers)];
}

test("the public gets totals, and rows only when votes are public", async () => {
  const closed = await importConversation();
  expect(await statuses(closed.slug, totals)).toEqual([200]);
  expect(await statuses(closed.slug, rows)).toEqual([403]);
  const refused = await (await download(closed.slug, "votes.csv")).json();
  expect(refused.error.reason).toBe("votes-not-published");
  const open = await importConversation({ publicVotes: true });
  expect(await statuses(open.slug, [...totals, ...rows])).toEqual([200]);
});

test.each(["after-votes", "after-closing", "organisers"] as const)(
  "while results are shown %s the public gets nothing",
  async (resultsVisibility) => {
    const { slug } = await importConversation({ resultsVisibility, publicVotes: true });
    expect(await statuses(slug, [...totals, ...rows])).toEqual([403]);
    expect((await (await download(slug, "summary.csv")).json()).error.reason).toBe(
      "results-not-disclosed",
    );
  },
);

test.each(["owner", "moderator", "analyst"] as const)("%s gets everything", async (role) => {
  const { id, slug } = await importConversation({ resultsVisibility: "organisers" });
  const cookie = await signInAs(id, role);
  expect(await statuses(slug, [...totals, ...rows], { cookie })).toEqual([200]);
  const comments = await (await download(slug, "comments.csv", { cookie })).text();
  expect(comments).toContain(',1,0,1,1,-1,0,"Close the road, please."');
  expect(comments).toContain("Still waiting");
});

test("an observer sees totals; an organiser of another conversation is a stranger", async () => {
  const { id, slug } = await importConversation({ resultsVisibility: "organisers" });
  const observer = await signInAs(id, "observer");
  expect(await statuses(slug, totals, { cookie: observer })).toEqual([200]);
  expect(await statuses(slug, rows, { cookie: observer })).toEqual([403]);
  const other = await importConversation();
  const stranger = await signInAs(other.id, "owner");
  expect(await statuses(slug, [...totals, ...rows], { cookie: stranger })).toEqual([403]);
});

test("totals show published statements only, and no author", async () => {
  const { slug } = await importConversation();
  const comments = await (await download(slug, "comments.csv")).text();
  const [, ...lines] = comments.trim().split("\n");
  expect(lines).toEqual([
    "1500000000000,Fri Jul 14 2017 02:40:00 GMT+0000 (Coordinated Universal Time),0,2,2,0,1,0,Plant trees.,false,false",
  ]);
  const groups = await (await download(slug, "comment-groups.csv")).text();
  expect(groups).not.toContain("Close the road");
});

test("public rows keep every statement for the mathematics, but not the texts that are not shown", async () => {
  const { slug } = await importConversation({ publicVotes: true });
  const comments = await (await download(slug, "comments.csv")).text();
  const columns = comments
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(",").slice(2));
  expect(columns).toEqual([
    ["0", "0", "2", "0", "1", "0", "Plant trees.", "false", "false"],
    ["1", "0", "1", "1", "-1", "0", "[not published]", "false", "false"],
    ["2", "1", "0", "0", "0", "0", "[not published]", "false", "false"],
  ]);
  expect(await (await download(slug, "comment-groups.csv")).text()).not.toContain("road");
});

test("a file is named, never cached, and unknown ones are not found", async () => {
  const { slug } = await importConversation();
  const response = await download(slug, "summary.csv");
  expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(response.headers.get("content-disposition")).toBe(
    `attachment; filename="${slug}-summary.csv"`,
  );
  expect(response.headers.get("cache-control")).toBe("private, no-store");
  expect(await response.text()).toContain(`url,${server.url}/c/${slug}\n`);
  expect(await statuses(slug, ["passwords.csv", "constructor", "..%2Fsummary.csv"])).toEqual([404]);
  expect((await download("no-such-conversation", "summary.csv")).status).toBe(404);
  const head = await fetch(response.url, { method: "HEAD" });
  expect([head.status, await head.text()]).toEqual([200, ""]);
});

test("downloads that are broken off give their connection back", { timeout: 60_000 }, async () => {
  const votes = Array.from(
    { length: 60_000 },
    (_, i) => `1500000002000,x,0,${i},${(i % 3) - 1}\n`,
  ).join("");
  const { slug } = await importConversation(
    { publicVotes: true },
    `timestamp,datetime,comment-id,voter-id,vote\n${votes}`,
  );
  for (let i = 0; i < 20; i++) {
    const controller = new AbortController();
    const url = `${server.url}/api/v1/conversations/${slug}/export/votes.csv`;
    const response = await fetch(url, { signal: controller.signal });
    expect(response.status).toBe(200);
    await response.body?.getReader().read();
    controller.abort();
    // The turn is given back once the server has noticed.
    await expect
      .poll(async () => (await download(slug, "format.json")).status, { timeout: 5_000 })
      .toBe(200);
  }
  const whole = await (await download(slug, "votes.csv")).text();
  expect(whole.trim().split("\n")).toHaveLength(60_001);
});

test("translations are exported in the form in which they are imported, of published statements only", async () => {
  const { id, slug } = await importConversation();
  await database.sql`
    insert into statement_translations values
      (${id}, 0, 'fr', 'Un, deux', 'entered', null, now()),
      (${id}, 0, 'ar', 'واحد', 'machine', null, now()),
      (${id}, 1, 'fr', 'Refusé', 'entered', null, now())`;
  const forEverybody = 'statement,locale,text,origin\n0,ar,واحد,machine\n0,fr,"Un, deux",entered\n';
  expect(await (await download(slug, "translations.csv")).text()).toBe(forEverybody);
  const cookie = await signInAs(id, "analyst");
  expect(await (await download(slug, "translations.csv", { cookie })).text()).toBe(
    `${forEverybody}1,fr,Refusé,entered\n`,
  );
});
