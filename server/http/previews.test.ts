import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { conversations } from "@/drizzle/schema/conversation";
import type { ConversationSettings } from "@/lib/schemas/conversation";
import { createPreviews } from "@/server/services/previews/create-previews";
import type { PaintJob } from "@/server/services/previews/painter";
import { createTestConversation } from "@/server/testing/conversation";
import { openTestDatabase } from "@/server/testing/database";
import { openTestServer } from "@/server/testing/http-server";
import { publishCounted } from "@/server/testing/publish-counted";

const database = openTestDatabase();
const server = openTestServer(database);

const previewUrl = (slug: string, file: string) =>
  `${server.url}/api/v1/conversations/${slug}/preview/${file}`;

/** Where whatever address leads to. */
async function findFile(slug: string, file = "any"): Promise<string> {
  const response = await fetch(previewUrl(slug, file), { redirect: "manual" });
  expect(response.status).toBe(302);
  return response.headers.get("location")!.split("/").at(-1)!;
}

const visibility = (resultsVisibility: ConversationSettings["resultsVisibility"]) => ({
  settings: { resultsVisibility },
});

test("a picture is immutable, may be shown elsewhere and is the same for everybody", async () => {
  const { id, slug } = await createTestConversation(database.db);
  await publishCounted(database, id, 7);
  const file = await findFile(slug);
  expect(file).toMatch(/^7-/);
  const response = await fetch(previewUrl(slug, file), { redirect: "error" });
  expect(response.headers.get("content-type")).toBe("image/png");
  expect(response.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  expect(response.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
  const bytes = Buffer.from(await response.arrayBuffer());
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
});

test("it is there smaller too, of the same analysis, and in no other sizes", async () => {
  const { id, slug } = await createTestConversation(database.db);
  await publishCounted(database, id, 7);
  const [large, small] = [await findFile(slug), await findFile(slug, "any.600.png")];
  expect(small).toBe(large.replace(".png", ".600.png"));
  const response = await fetch(previewUrl(slug, small), { redirect: "error" });
  const bytes = Buffer.from(await response.arrayBuffer());
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([600, 315]);
  expect(await findFile(slug, large.replace(".png", ".9999.png"))).toBe(large);
});

test("a new analysis and a new title each make a new address, and the old ones lead to it", async () => {
  const { id, slug } = await createTestConversation(database.db);
  await publishCounted(database, id, 1);
  const first = await findFile(slug);
  await publishCounted(database, id, 2);
  const second = await findFile(slug, first);
  await database.db
    .update(conversations)
    .set({ title: "Another title" })
    .where(eq(conversations.id, id));
  const third = await findFile(slug, second);
  expect(new Set([first, second, third]).size).toBe(3);
  expect(await findFile(slug, first)).toBe(third);
});

test.each(["after-votes", "after-closing", "organisers"] as const)(
  "an open conversation with results %s has a picture without its map",
  async (rule) => {
    const { id, slug } = await createTestConversation(database.db, visibility(rule));
    await publishCounted(database, id, 9);
    expect(await findFile(slug)).toMatch(/^0-/);
    // Guessing the address of the version helps nobody.
    expect(await findFile(slug, "9-whatever.png")).toMatch(/^0-/);
  },
);

test("results kept until the end are in the picture once voting has ended", async () => {
  const { id, slug } = await createTestConversation(database.db, visibility("after-closing"));
  await publishCounted(database, id, 9);
  const before = await findFile(slug);
  await database.db.update(conversations).set({ state: "closed" }).where(eq(conversations.id, id));
  expect(await findFile(slug, before)).toMatch(/^9-/);
});

test("a draft has no picture", async () => {
  const { id, slug } = await createTestConversation(database.db);
  await database.db.update(conversations).set({ state: "draft" }).where(eq(conversations.id, id));
  expect((await fetch(previewUrl(slug, "any"))).status).toBe(404);
});

test("a picture is painted once however many ask at once, and again only when it changes", async () => {
  const { id, slug } = await createTestConversation(database.db);
  await publishCounted(database, id, 6);
  const painted: PaintJob[] = [];
  const previews = createPreviews({
    db: database.db,
    locales: ["en"],
    painter: {
      paint: async (job) => Buffer.from(String(painted.push(job))),
      close: async () => {},
    },
  });
  const conversation = await server.runtime.ballots.get(slug).then((ballot) => ballot.conversation);
  const ask = async () => previews.get(conversation, await previews.findName(conversation));
  await Promise.all(Array.from({ length: 20 }, ask));
  expect(painted).toHaveLength(1);
  await publishCounted(database, id, 8);
  await Promise.all(Array.from({ length: 20 }, ask));
  expect(painted).toHaveLength(2);
  expect(painted[1]).toMatchObject({
    content: { language: "en", facts: ["8 people took part, 8 votes on 1 statement"] },
  });
});

test("the address of the vote page is there as a code, to draw and to show", async () => {
  const { slug } = await createTestConversation(database.db);
  const code = (type: string) =>
    fetch(`${server.url}/api/v1/conversations/${slug}/qr-code.${type}`);
  const [svg, png] = await Promise.all([code("svg"), code("png")]);
  expect(svg.headers.get("content-type")).toBe("image/svg+xml");
  expect(await svg.text()).toMatch(/^<svg [^>]*width="1024"/);
  const bytes = Buffer.from(await png.arrayBuffer());
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1024, 1024]);
  expect((await fetch(`${server.url}/api/v1/conversations/nothing/qr-code.svg`)).status).toBe(404);
});
