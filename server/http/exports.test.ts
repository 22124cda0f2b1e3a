import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { parse } from "csv-parse/sync";
import { eq } from "drizzle-orm";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { conversations, memberships } from "@/drizzle/schema/conversation";
import { VersionedAnalysis } from "@/lib/schemas/analysis";
import { type ConversationSettings, defaultConversationSettings } from "@/lib/schemas/conversation";
import { importPolisExport } from "@/server/import/polis/import-export";
import { giveAnswer } from "@/server/services/answers/give-answer";
import { getConversation } from "@/server/services/conversations/get";
import type { Role } from "@/server/services/permissions/permission-table";
import { publishReport } from "@/server/services/reports/publish";
import { createUser } from "@/server/services/users/create";
import { contextFor } from "@/server/testing/actors";
import { analyseAllDue } from "@/server/testing/await-analysis";
import { openTestDatabase } from "@/server/testing/database";
import { soundExport, writeExportFolder } from "@/server/testing/export-folder";
import { openTestServer } from "@/server/testing/http-server";
import { closeOwedConversation } from "@/server/testing/owed-conversation";

interface Digest {
  sha256: string;
  bytes: number;
}

const database = openTestDatabase();
const server = openTestServer(database);
const password = "correct horse battery";
const totals = [
  "summary.csv",
  "comments.csv",
  "comment-groups.csv",
  "format.json",
  "sensemaker.csv",
  "translations.csv",
];
const rows = ["votes.csv", "participant-votes.csv", "participant-importance.csv"];
/** Once there is an analysis. */
const analysedRows = [...rows, "votes-canonical.csv"];
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

test.each(["owner", "moderator", "analyst", "official"] as const)(
  "%s gets everything",
  async (role) => {
    const { id, slug } = await importConversation({ resultsVisibility: "organisers" });
    const cookie = await signInAs(id, role);
    expect(await statuses(slug, [...totals, ...rows], { cookie })).toEqual([200]);
    const comments = await (await download(slug, "comments.csv", { cookie })).text();
    expect(comments).toContain(',1,0,1,1,-1,0,"Close the road, please."');
    expect(comments).toContain("Still waiting");
  },
);

test("an observer sees totals; an organiser of another conversation is a stranger", async () => {
  const { id, slug } = await importConversation({ resultsVisibility: "organisers" });
  const observer = await signInAs(id, "observer");
  expect(await statuses(slug, totals, { cookie: observer })).toEqual([200]);
  expect(await statuses(slug, rows, { cookie: observer })).toEqual([403]);
  const other = await importConversation();
  const stranger = await signInAs(other.id, "owner");
  expect(await statuses(slug, [...totals, ...rows], { cookie: stranger })).toEqual([403]);
});

test("totals show published statements only, no author, and no counts of few people", async () => {
  const { slug } = await importConversation();
  const comments = await (await download(slug, "comments.csv")).text();
  const [, ...lines] = comments.trim().split("\n");
  expect(lines).toEqual([
    "1500000000000,Fri Jul 14 2017 02:40:00 GMT+0000 (Coordinated Universal Time),0,2,,,1,,Plant trees.,false,false",
  ]);
  const groups = await (await download(slug, "comment-groups.csv")).text();
  expect(groups).not.toContain("Close the road");
  expect(groups).toContain("\n0,Plant trees.,,,,\n");
});

/** Six people who agree with the one published statement, and what came of their votes. */
async function importAnalysed(settings: Partial<ConversationSettings> = {}) {
  const votes = [0, 1, 2, 3, 4, 5].map((person) => `1500000002000,x,0,${person},1\n`).join("");
  const conversation = await importConversation(
    settings,
    `timestamp,datetime,comment-id,voter-id,vote\n${votes}1500000003000,x,1,0,1\n`,
  );
  await analyseAllDue(database);
  return conversation;
}

async function downloadZip(slug: string, headers: Record<string, string> = {}) {
  const response = await download(slug, "export.zip", headers);
  expect(response.headers.get("content-type")).toBe("application/zip");
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
  const text = (name: string) => new TextDecoder().decode(files[name]);
  return { files, text, names: Object.keys(files).sort() };
}

const inEveryZip = [
  ...totals,
  "README.txt",
  "LICENSE.txt",
  "manifest.json",
  "analysis.json",
  "statements.xlsx",
  "map.svg",
  "map.png",
];

test("one zip holds what whoever asks may have, and a manifest of it", {
  timeout: 90_000,
}, async () => {
  const { id, slug } = await importAnalysed({ licence: "CC0-1.0", askedBy: "Town hall" });
  const { files, text, names } = await downloadZip(slug);
  expect(names).toEqual([...inEveryZip].sort());
  const manifest = JSON.parse(text("manifest.json"));
  expect(manifest).toMatchObject({ audience: "totals", licence: "CC0-1.0" });
  expect(Object.keys(manifest.files).sort()).toEqual(
    names.filter((name) => name !== "manifest.json"),
  );
  for (const [name, { sha256, bytes }] of Object.entries<Digest>(manifest.files)) {
    expect([name, files[name]?.length]).toEqual([name, bytes]);
    expect(createHash("sha256").update(files[name]!).digest("hex")).toBe(sha256);
  }
  expect(JSON.parse(text("format.json")).licence).toMatchObject({ id: "CC0-1.0" });
  expect(text("LICENSE.txt")).toContain("Town hall, Town hall, http");
  expect(text("README.txt")).toContain("No file holds what single people did.");
  const cookie = await signInAs(id, "analyst");
  expect((await downloadZip(slug, { cookie })).names).toEqual(
    [...inEveryZip, ...analysedRows].sort(),
  );
});

test("the analysis tells the public nothing of few people, and organisers everything", {
  timeout: 90_000,
}, async () => {
  const { id, slug } = await importAnalysed({ publicVotes: true });
  const { text, names } = await downloadZip(slug);
  expect(names).toEqual([...inEveryZip, ...analysedRows].sort());
  const told = VersionedAnalysis.parse(JSON.parse(text("analysis.json")));
  expect(told.statementTotals).toEqual({ 0: { agrees: 6, disagrees: 0, votes: 6 } });
  const cookie = await signInAs(id, "owner");
  const whole = await (await download(slug, "analysis.json", { cookie })).json();
  expect(whole.statementTotals[1]).toEqual({ agrees: 1, disagrees: 0, votes: 1 });
});

test("answers are in the live zip and by themselves, not in that of a published report", {
  timeout: 90_000,
}, async () => {
  const { id, slug } = await closeOwedConversation(database, { settings: { answerDays: 9 } });
  const ctx = contextFor(database.db, { kind: "operator" }, new Date("2026-05-02T00:00:00Z"));
  await publishReport({ ...ctx, signReport: null }, { conversationId: id });
  const answer = { statementId: 0, decision: "will-not" as const, reason: "=1+1" };
  await giveAnswer(ctx, { conversationId: id, basedOn: 0, ...answer });
  await giveAnswer(ctx, { conversationId: id, basedOn: 1, ...answer, reason: "No\nmoney." });
  const { names, text } = await downloadZip(slug);
  expect(names).toEqual([...inEveryZip, "answers.csv", "answers.json"].sort());
  expect(JSON.parse(text("answers.json"))).toMatchObject({
    format: "plenum-answers",
    formatVersion: 1,
    conversation: { slug, title: "A conversation under test", url: `${server.url}/c/${slug}` },
    promisedDays: 9,
    dueAt: "2026-05-10T12:00:00.000Z",
    answers: [
      {
        statement: 0,
        text: "More trees.",
        takenBack: false,
        origin: "common",
        state: "will-not",
        current: { number: 2, decision: "will-not", reason: "No\nmoney.", unit: "", dueOn: null },
        earlier: [{ number: 1, reason: "=1+1" }],
        updates: [],
      },
    ],
  });
  expect(text("answers.json")).not.toMatch(/answered.?by/i);
  expect(text("README.txt")).toContain("answers.csv");
  const table = parse(await (await download(slug, "answers.csv")).text(), {
    columns: true,
    bom: true,
  });
  expect(table).toMatchObject([{ statement: "0", reason: "No\nmoney.", wordings: "2" }]);
  const sealed = await download(slug, "export.zip?version=1");
  const files = unzipSync(new Uint8Array(await sealed.arrayBuffer()));
  expect(Object.keys(files).filter((name) => name.startsWith("answers"))).toEqual([]);
  expect(await statuses(slug, ["answers.json?version=1", "answers.csv?version=1"])).toEqual([404]);
});

test("before anybody could be on it there is no map, and the zip does without", async () => {
  const { slug } = await importConversation();
  const refused = await download(slug, "map.svg");
  expect([refused.status, (await refused.json()).error.reason]).toEqual([
    404,
    "export-file-not-there",
  ]);
  const { names } = await downloadZip(slug);
  expect(names).not.toContain("map.png");
  expect(names).toContain("statements.xlsx");
});

test("other tools find the columns that they document", { timeout: 90_000 }, async () => {
  const { slug } = await importAnalysed({ publicVotes: true });
  const read = async (file: string): Promise<Record<string, string>[]> =>
    parse(await (await download(slug, file)).text(), { columns: true });
  // red-dwarf, reddwarf/models.py: what a vote and a statement must have, by the names of the files.
  const [vote] = await read("votes.csv");
  for (const name of ["voter-id", "comment-id", "vote", "timestamp"]) {
    expect(vote?.[name]).toMatch(/^-?\d+$/);
  }
  for (const statement of await read("comments.csv")) {
    for (const name of ["comment-id", "author-id", "timestamp", "agrees", "disagrees"]) {
      expect(statement[name]).toMatch(/^\d+$/);
    }
    expect(statement.moderated).toMatch(/^(-1|0|1)$/);
    expect(statement["is-meta"]).toMatch(/^(true|false)$/);
    expect(statement["comment-body"]).not.toBe("");
  }
  // Sensemaker, library/README.md: the text under this name, and votes of everybody or by group.
  expect(await read("sensemaker.csv")).toEqual([
    { "comment-id": "0", comment_text: "Plant trees.", agrees: "6", disagrees: "0", passes: "0" },
  ]);
});

test("map and table are what their names say", { timeout: 90_000 }, async () => {
  const { slug } = await importAnalysed();
  const svg = await (await download(slug, "map.svg")).text();
  expect(svg).toMatch(/^<svg [^>]+><title>Town hall<\/title><desc>6 people have a place/);
  expect(svg).not.toMatch(/<(text|image|script|style)/);
  const png = Buffer.from(await (await download(slug, "map.png")).arrayBuffer());
  expect(png.subarray(1, 4).toString("latin1")).toBe("PNG");
  const table = await (await download(slug, "statements.xlsx")).arrayBuffer();
  const sheet = strFromU8(unzipSync(new Uint8Array(table))["xl/worksheets/sheet1.xml"]!);
  expect(sheet).toContain("Plant trees.");
  expect(sheet).not.toContain("Close the road");
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
  // Nobody has been asked for an answer here, and nothing is published.
  for (const name of ["answers.csv", "report.json", "export.zip?version=9"]) {
    for (const method of ["GET", "HEAD"]) {
      const absent = await fetch(response.url.replace("summary.csv", name), { method });
      expect([method, name, absent.status]).toEqual([method, name, 404]);
    }
  }
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
  const url = `${server.url}/api/v1/conversations/${slug}/export/votes.csv`;
  for (let i = 0; i < 20; i++) {
    const controller = new AbortController();
    const response = await fetchInTurn(url, controller.signal);
    expect(response.status).toBe(200);
    await response.body?.getReader().read();
    controller.abort();
  }
  const whole = await (await fetchInTurn(url)).text();
  expect(whole.trim().split("\n")).toHaveLength(60_001);
});

/** A turn is given back once the server has noticed; one that never is lets the test run out of time. */
async function fetchInTurn(url: string, signal?: AbortSignal): Promise<Response> {
  for (;;) {
    const response = await fetch(url, { signal });
    if (response.status !== 503) return response;
    await response.arrayBuffer();
    await sleep(50);
  }
}

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
