import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { conversations } from "@/drizzle/schema/conversation";
import { formatJoinCode } from "@/lib/share/join-code";
import { getJoinCode } from "@/server/services/conversations/join-code";
import { createTestConversation } from "@/server/testing/conversation";
import { openTestDatabase } from "@/server/testing/database";
import { openTestServer } from "@/server/testing/http-server";
import { publishCounted } from "@/server/testing/publish-counted";
import { readXml } from "@/server/testing/read-xml";

const site = "https://plenum.example";
const database = openTestDatabase();
const server = openTestServer(database, { PUBLIC_URL: site });

const ask = (query: Record<string, string>) =>
  fetch(`${server.url}/oembed?${new URLSearchParams(query)}`);

async function readAnswer(query: Record<string, string>) {
  const response = await ask(query);
  expect([query, response.status]).toEqual([query, 200]);
  return response.json();
}

async function change(id: number, values: Partial<typeof conversations.$inferInsert>) {
  await database.db.update(conversations).set(values).where(eq(conversations.id, id));
}

/** What the specification requires of each type, besides `type` and `version`. */
const required = { rich: ["html", "width", "height"], link: [] } as const;

test("an answer has what the specification requires", async () => {
  const { id, slug } = await createTestConversation(database.db, {
    settings: { askedBy: "Parks & Roads" },
  });
  await publishCounted(database, id, 7);
  const url = `${site}/c/${slug}`;
  const response = await ask({ url });
  expect(response.headers.get("content-type")).toMatch(/^application\/json/);
  const answer = await response.json();
  expect(answer).toMatchObject({
    type: "rich",
    version: "1.0",
    title: "A conversation under test",
    author_name: "Parks & Roads",
    provider_name: "Plenum",
    provider_url: `${site}/`,
    width: 640,
    height: 640,
    thumbnail_width: 1200,
    thumbnail_height: 630,
  });
  for (const name of required.rich) expect(answer[name]).toBeTruthy();
  expect(answer.thumbnail_url).toMatch(new RegExp(`^${url.replace("/c/", ".*/")}/preview/7-`));
  const frame = readXml(answer.html);
  expect([frame.name, frame.attributes.src]).toEqual(["iframe", `${site}/embed/${slug}`]);
  const { pathname } = new URL(answer.thumbnail_url);
  const picture = await fetch(`${server.url}${pathname}`, { redirect: "error" });
  expect(picture.headers.get("content-type")).toBe("image/png");
});

test("XML says the same as JSON, whatever the title is", async () => {
  const { id, slug } = await createTestConversation(database.db);
  const title = `Trees & <b>"benches"</b> \u0007 ]]> עברית '`;
  await change(id, { title });
  const query = { url: `${site}/c/${slug}?lang=ar`, maxwidth: "500" };
  const response = await ask({ ...query, format: "xml" });
  expect(response.headers.get("content-type")).toMatch(/^text\/xml/);
  const { name, children } = readXml(await response.text());
  expect(name).toBe("oembed");
  const asXml = Object.fromEntries(children.map((child) => [child.name, child.text]));
  const asJson = Object.entries(await readAnswer({ ...query, format: "json" }));
  const plain = ([key, value]: [string, unknown]) => [key, String(value).replace("\u0007", "")];
  expect(asXml).toEqual(Object.fromEntries(asJson.map(plain)));
  const frame = readXml(asXml.html!).attributes;
  expect(frame.title).toBe(title.replace("\u0007", ""));
  expect(frame.src).toBe(`${site}/embed/${slug}?lang=ar`);
});

test("nothing is larger than the room there is", async () => {
  const { slug } = await createTestConversation(database.db);
  const url = `${site}/c/${slug}`;
  const small = await readAnswer({ url, maxwidth: "320", maxheight: "200" });
  expect([small.width, small.height]).toEqual([320, 200]);
  expect(readXml(small.html).attributes).toMatchObject({ width: "320", height: "200" });
  expect([small.thumbnail_width, small.thumbnail_height]).toEqual([240, 126]);
  const { pathname } = new URL(small.thumbnail_url);
  const picture = await fetch(`${server.url}${pathname}`, { redirect: "error" });
  const bytes = Buffer.from(await picture.arrayBuffer());
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([240, 126]);
  const flat = await readAnswer({ url, maxwidth: "1200", maxheight: "629" });
  expect([flat.thumbnail_width, flat.thumbnail_height]).toEqual([600, 315]);
  const tiny = await readAnswer({ url, maxwidth: "119" });
  expect(Object.keys(tiny).filter((name) => name.startsWith("thumbnail"))).toEqual([]);
  const large = await readAnswer({ url, maxwidth: "1200", maxheight: "800" });
  expect([large.width, large.height, large.thumbnail_width]).toEqual([640, 640, 1200]);
});

test("a conversation that no other site may frame is a link", async () => {
  const { slug } = await createTestConversation(database.db, { settings: { embedHosts: [] } });
  const answer = await readAnswer({ url: `${site}/c/${slug}` });
  expect(answer.type).toBe("link");
  for (const name of required.rich) expect(answer).not.toHaveProperty(name);
});

test("every address of a conversation stands for it, the short one too", async () => {
  const { id, slug } = await createTestConversation(database.db);
  const code = formatJoinCode(await getJoinCode(database, { conversationId: id }));
  const vote = `${site}/embed/${slug}`;
  const frames = {
    [`${site}/c/${slug}/`]: vote,
    [`${site}/c/${slug}?from=mail#map`]: vote,
    [`${site}/c/${slug}/results`]: `${vote}?view=results`,
    [`${site}/c/${slug}/report/`]: `${vote}?view=results`,
    [`${site}/c/${slug}/share`]: vote,
    [`${site}/c/${slug}/mine`]: vote,
    [`${site}/embed/${slug}`]: vote,
    [`${site}/overlay/${slug}`]: `${vote}?view=results`,
    [`${site}/j/${code}`]: vote,
    [`${site}/j/${code.toLowerCase().replace("-", "")}?lang=fr`]: `${vote}?lang=fr`,
  };
  for (const [url, frame] of Object.entries(frames)) {
    const { html } = await readAnswer({ url });
    expect([url, readXml(html).attributes.src]).toEqual([url, frame]);
  }
});

test("codes cannot be guessed here either", async () => {
  const answers = new Set<number>();
  for (let guess = 0; guess < 310; guess += 1) {
    answers.add((await ask({ url: `${site}/j/K7M-QXD` })).status);
  }
  expect([...answers]).toEqual([404, 429]);
});

test("scripts of other sites read the answer, and why there is none", async () => {
  const { slug } = await createTestConversation(database.db);
  for (const url of [`${site}/c/${slug}`, `${site}/c/none-such`]) {
    expect((await ask({ url })).headers.get("access-control-allow-origin")).toBe("*");
  }
});

test("the addresses of results are for everybody or for nobody", async () => {
  const { id, slug } = await createTestConversation(database.db, {
    settings: { resultsVisibility: "after-closing" },
  });
  await publishCounted(database, id, 9);
  const results = `${site}/c/${slug}/results`;
  expect((await ask({ url: results })).status).toBe(401);
  expect((await ask({ url: `${site}/c/${slug}/report` })).status).toBe(401);
  expect((await readAnswer({ url: `${site}/c/${slug}` })).thumbnail_url).toMatch(/\/preview\/0-/);
  await change(id, { state: "closed" });
  const answer = await readAnswer({ url: results });
  expect(answer.thumbnail_url).toMatch(/\/preview\/9-/);
  expect(readXml(answer.html).attributes.src).toBe(`${site}/embed/${slug}?view=results`);
});

test("what it cannot answer it refuses as the specification says", async () => {
  const { id, slug } = await createTestConversation(database.db);
  const url = `${site}/c/${slug}`;
  const status = async (query: Record<string, string>) => (await ask(query)).status;
  expect(await status({ url, format: "yaml" })).toBe(501);
  expect(await status({ url: `${site}/manage/c/${slug}` })).toBe(401);
  expect(await status({ url: `${site}/c/none-such` })).toBe(404);
  expect(await status({ url: "https://elsewhere.example/c/x" })).toBe(404);
  expect(await status({ url, maxwidth: "wide" })).toBe(400);
  expect(await status({})).toBe(400);
  await change(id, { state: "draft" });
  expect(await status({ url })).toBe(404);
});
