import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { conversations } from "@/drizzle/schema/conversation";
import { formatAtom } from "@/lib/feeds/format-atom";
import { giveAnswer } from "@/server/services/answers/give-answer";
import { reportProgress } from "@/server/services/answers/report-progress";
import { contextFor } from "@/server/testing/actors";
import { openTestDatabase } from "@/server/testing/database";
import { findAtomFaults } from "@/server/testing/find-atom-faults";
import { openTestServer } from "@/server/testing/http-server";
import { closeOwedConversation } from "@/server/testing/owed-conversation";
import { readXml, type XmlElement } from "@/server/testing/read-xml";

const database = openTestDatabase();
const server = openTestServer(database, { PUBLIC_URL: "https://plenum.example" });
const settings = { answerDays: 30, askedBy: "Parks & Roads" };

const ask = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${server.url}${path}`, { headers });

async function readFeed(path: string) {
  const response = await ask(path);
  expect([path, response.status]).toEqual([path, 200]);
  const feed = readXml(await response.text());
  expect(findAtomFaults(feed)).toEqual([]);
  return { feed, entries: feed.children.filter(({ name }) => name === "entry").map(toEntry) };
}

const childOf = ({ children }: XmlElement, wanted: string) =>
  children.find(({ name }) => name === wanted);

function toEntry(entry: XmlElement) {
  const text = (name: string) => childOf(entry, name)?.text;
  const link = childOf(entry, "link")?.attributes.href;
  const content = childOf(entry, "content")?.children[0]?.children.map((part) => part.text);
  return { id: text("id"), title: text("title"), updated: text("updated"), link, content };
}

const at = (time: string) => contextFor(database.db, { kind: "operator" }, new Date(time));
const answer = { statementId: 0, decision: "will-act" as const, unit: "Parks", dueOn: null };

/** One statement with two wordings and a word of progress. */
async function answerTwice() {
  const made = await closeOwedConversation(database, { settings });
  const about = { conversationId: made.id, ...answer };
  await giveAnswer(at("2026-05-02T08:00:00Z"), { ...about, basedOn: 0, reason: "We'll see." });
  const reason = "200 trees <b>& more</b>\n\u0007in \u05e2\u05d1\u05e8\u05d9\u05ea";
  await giveAnswer(at("2026-05-03T08:00:00Z"), { ...about, basedOn: 1, reason });
  const told = { statementId: 0, basedOn: 0, status: "started" as const, text: "The first 20." };
  await reportProgress(at("2026-05-04T08:00:00Z"), { conversationId: made.id, ...told });
  return made;
}

test("every wording and every word of progress is an entry that never changes", async () => {
  const { slug } = await answerTwice();
  const { feed, entries } = await readFeed(`/c/${slug}/answers.atom`);
  expect(entries.map(({ title, updated }) => [title, updated])).toEqual([
    ["Under way: More trees.", "2026-05-04T08:00:00.000Z"],
    ["We will act: More trees.", "2026-05-03T08:00:00.000Z"],
    ["We will act: More trees.", "2026-05-02T08:00:00.000Z"],
  ]);
  expect(childOf(feed, "updated")?.text).toBe("2026-05-04T08:00:00.000Z");
  expect(childOf(childOf(feed, "author")!, "name")?.text).toBe("Parks & Roads");
  const [, second] = entries;
  expect(second?.link).toBe(`https://plenum.example/c/${slug}/report#answer-0`);
  // What somebody typed is never markup.
  expect(second?.content?.[1]).toBe("200 trees <b>& more</b> in עברית");
  expect(second?.content?.[2]).toBe("We will act · Responsible: Parks · Answered May 3, 2026");
  const again = await readFeed(`/c/${slug}/answers.atom`);
  expect(again.entries).toEqual(entries);
});

test("the same entry has the same id in both feeds, wherever the site is reached", async () => {
  const { slug } = await answerTwice();
  const own = await readFeed(`/c/${slug}/answers.atom`);
  const all = await readFeed("/answers.atom");
  const ids = all.entries.map(({ id }) => id);
  for (const { id } of own.entries) expect(ids).toContain(id);
  expect(own.entries[0]?.id).toMatch(
    /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-/,
  );
});

test("a conversation whose answers are overdue says so by itself, since they were due", async () => {
  const { slug } = await closeOwedConversation(database, { settings });
  const due = "2026-05-31T12:00:00.000Z"; // over, by the clock of whoever runs this
  for (const path of [`/c/${slug}/answers.atom`, "/answers.atom"]) {
    const { entries } = await readFeed(path);
    expect(entries).toContainEqual(
      expect.objectContaining({
        title: "Answer overdue: A conversation under test",
        updated: due,
        link: `https://plenum.example/c/${slug}/report#answers`,
      }),
    );
  }
});

test("an answer to what is no longer shown is told without its words", async () => {
  const { id, slug } = await answerTwice();
  await database.sql`
    update statements set moderation = 'rejected' where conversation_id = ${id} and id = 0`;
  const title = "We will act: This statement is no longer shown.";
  const own = await readFeed(`/c/${slug}/answers.atom`);
  expect(own.entries[1]).toMatchObject({ title });
  const all = await readFeed("/answers.atom");
  expect(all.entries.filter(({ link }) => link?.includes(`/${slug}/`))[1]).toMatchObject({ title });
});

test("what the public may not see is in no feed", async () => {
  const { id, slug } = await answerTwice();
  await database.db
    .update(conversations)
    .set({
      settings: {
        ...(await readSettings(id)),
        resultsVisibility: "organisers",
      },
    })
    .where(eq(conversations.id, id));
  expect((await ask(`/c/${slug}/answers.atom`)).status).toBe(403);
  const { entries } = await readFeed("/answers.atom");
  expect(entries.filter(({ link }) => link?.includes(`/${slug}/`))).toEqual([]);
  expect((await ask("/c/not-there/answers.atom")).status).toBe(404);
});

async function readSettings(id: number) {
  const [row] = await database.db.select().from(conversations).where(eq(conversations.id, id));
  return row!.settings;
}

test("the words are in the conversation's language, or the one asked for", async () => {
  const { id, slug } = await answerTwice();
  const languageOf = async (query: string) =>
    (await readFeed(`/c/${slug}/answers.atom${query}`)).feed.attributes["xml:lang"];
  expect(await languageOf("")).toBe("en");
  expect(await languageOf("?lang=zh-Hant")).toBe("zh-Hant");
  expect(await languageOf("?lang=none")).toBe("en");
  await database.sql`update conversations set title = '市中心的未來' where id = ${id}`;
  expect(await languageOf("")).toBe("zh-Hant");
});

test("a feed in a language that was asked for names itself so", async () => {
  const { slug } = await answerTwice();
  for (const path of [`/c/${slug}/answers.atom`, "/answers.atom"]) {
    for (const query of ["", "?lang=zh-Hant"]) {
      const { feed } = await readFeed(`${path}${query}`);
      const links = feed.children.filter(({ name }) => name === "link");
      const own = links.find(({ attributes }) => attributes.rel === "self");
      expect(own?.attributes.href).toBe(`https://plenum.example${path}${query}`);
    }
  }
});

test("whoever has it is told that it is the same", async () => {
  const { slug } = await answerTwice();
  const first = await ask(`/c/${slug}/answers.atom`);
  expect(first.headers.get("content-type")).toBe("application/atom+xml; charset=utf-8");
  const etag = first.headers.get("etag")!;
  // A proxy that compresses makes the tag a weak one.
  for (const known of [etag, `W/${etag}`, `"other", ${etag}`, "*"]) {
    const again = await ask(`/c/${slug}/answers.atom`, { "if-none-match": known });
    expect([known, again.status, await again.text()]).toEqual([known, 304, ""]);
  }
  const other = await ask(`/c/${slug}/answers.atom`, { "if-none-match": '"other"' });
  expect(other.status).toBe(200);
});

test("an empty feed is a feed", async () => {
  const { slug } = await closeOwedConversation(database);
  const { feed, entries } = await readFeed(`/c/${slug}/answers.atom`);
  expect(entries).toEqual([]);
  expect(childOf(feed, "updated")?.text).toBe("2026-05-01T12:00:00.000Z");
});

test("the check of feeds finds what is wrong", () => {
  const sound = {
    id: "urn:uuid:1",
    title: "t",
    language: "en",
    updatedAt: "2026-05-01T12:00:00Z",
    author: "a",
    selfUrl: "https://plenum.example/answers.atom",
    pageUrl: "https://plenum.example/",
    entries: [],
  };
  const faults = (text: string) => findAtomFaults(readXml(text));
  const feed = formatAtom(sound);
  expect(faults(feed)).toEqual([]);
  expect(faults(feed.replace("<id>urn:uuid:1</id>", ""))).not.toEqual([]);
  expect(faults(feed.replace("<title>t</title>", "<title>t</title><title>t</title>"))).not.toEqual(
    [],
  );
  expect(faults(feed.replace("12:00:00Z", "noon"))).not.toEqual([]);
  expect(() => readXml(feed.replace("</feed>", ""))).toThrow();
  expect(() => readXml(feed.replace(">t<", ">a & b<"))).toThrow();
});
