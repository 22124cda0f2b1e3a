import { parse } from "csv-parse/sync";
import { beforeAll, expect, test } from "vitest";
import { conversations } from "@/drizzle/schema/conversation";
import { defaultConversationSettings } from "@/lib/schemas/conversation";
import { castVotesNow } from "@/server/testing/cast-raw-votes";
import { createTestConversation } from "@/server/testing/conversation";
import { openTestDatabase } from "@/server/testing/database";
import { openTestServer } from "@/server/testing/http-server";

const database = openTestDatabase();
const server = openTestServer(database);

beforeAll(async () => {
  const { id } = await createTestConversation(database.db, { statements: 1 });
  await castVotesNow(
    database.sql,
    id,
    [0, 1, 2].map((person) => [person, 0, 1]),
  );
  const settings = defaultConversationSettings;
  await database.db.insert(conversations).values([
    {
      slug: "formula",
      title: '=HYPERLINK("https://evil.example","Prize")',
      settings: { ...settings, askedBy: "@office, north" },
      state: "closed",
      opensAt: new Date("2026-01-01T00:00:00Z"),
      closesAt: new Date("2026-02-01T00:00:00Z"),
    },
    {
      slug: "secret",
      title: "電動公車",
      settings: { ...settings, resultsVisibility: "organisers" },
      state: "closed",
      closesAt: new Date("2026-03-01T00:00:00Z"),
    },
    { slug: "unborn", title: "Draft", settings, state: "draft" },
  ]);
});

const download = (query = "") => fetch(`${server.url}/directory.csv${query}`);

async function list(query = ""): Promise<Record<string, string>[]> {
  const text = await (await download(query)).text();
  return parse(text, { columns: true, bom: true, record_delimiter: "\r\n" });
}

test("every conversation that is no draft has a row, the open ones first", async () => {
  const rows = await list();
  expect(rows.map(({ state, participants }) => [state, participants])).toEqual([
    ["open", "3"],
    ["closed", "0"],
    ["closed", "0"],
  ]);
  expect(rows[1]).toMatchObject({
    conversation: "secret",
    url: `${server.url}/c/secret`,
    title: "電動公車",
    closes: "2026-03-01T00:00:00.000Z",
    "results-public": "false",
    "common-ground": "",
  });
});

test("search and filter are those of the page", async () => {
  const slugs = async (query: string) =>
    (await list(query)).map(({ conversation }) => conversation);
  expect(await slugs("?state=closed")).toEqual(["secret", "formula"]);
  expect(await slugs("?state=closed&q=公車")).toEqual(["secret"]);
  expect(await slugs("?state=open&q=公車")).toEqual([]);
  expect(await slugs("?state=unheard-of&page=9")).toHaveLength(3);
});

test("what somebody typed is not computed in a spreadsheet, and keeps to its cell", async () => {
  const [, , row] = await list();
  expect(row).toMatchObject({
    title: '\'=HYPERLINK("https://evil.example","Prize")',
    "asked-by": "'@office, north",
  });
});

test("it is a table of UTF-8 that says so, for download, and nobody keeps an old one", async () => {
  const response = await download("?state=open");
  expect(Object.fromEntries(response.headers)).toMatchObject({
    "content-type": "text/csv; charset=utf-8",
    "content-disposition": 'attachment; filename="conversations.csv"',
    "cache-control": "no-cache",
  });
  const bytes = Buffer.from(await response.arrayBuffer());
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(bytes.toString("utf8").split("\r\n").at(-1)).toBe("");
});
