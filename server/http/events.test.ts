import { connect } from "node:net";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { conversations } from "@/drizzle/schema/conversation";
import { notify } from "@/server/db/queries/notify";
import { createTestConversation } from "@/server/testing/conversation";
import { openTestDatabase } from "@/server/testing/database";
import { openTestServer, startTestServer } from "@/server/testing/http-server";
import { publishCounted } from "@/server/testing/publish-counted";
import { openEvents } from "@/server/testing/read-events";

const database = openTestDatabase();
const server = openTestServer(database);

const eventsUrl = (slug: string, query = "") =>
  `${server.url}/api/v1/conversations/${slug}/events${query}`;

test("two readers are told the newest at once, and then each new one", async () => {
  const { id, slug } = await createTestConversation(database.db);
  await publishCounted(database, id, 1);
  const readers = await Promise.all([openEvents(eventsUrl(slug)), openEvents(eventsUrl(slug))]);
  const first = { type: "analysis", id: "1", data: { version: 1, participants: 1, votes: 1 } };
  expect(await Promise.all(readers.map((reader) => reader.next()))).toEqual([first, first]);
  await publishCounted(database, id, 2);
  const second = { type: "analysis", id: "2", data: { version: 2, participants: 2, votes: 2 } };
  expect(await Promise.all(readers.map((reader) => reader.next()))).toEqual([second, second]);
  for (const reader of readers) reader.close();
});

test("the scripts of another site may read the stream and what it leads to, as strangers", async () => {
  const { id, slug } = await createTestConversation(database.db);
  await publishCounted(database, id, 1);
  for (const path of [eventsUrl(slug), eventsUrl(slug).replace("events", "analyses/1")]) {
    const { headers } = await fetch(path, {
      method: "HEAD",
      headers: { origin: "https://a.example" },
    });
    expect(headers.get("access-control-allow-origin")).toBe("*");
    expect(headers.get("access-control-allow-credentials")).toBeNull();
    expect(headers.get("cross-origin-resource-policy")).toBe("cross-origin");
  }
});

test("a reader that comes back is told what it missed, and nothing twice", async () => {
  const { id, slug } = await createTestConversation(database.db);
  await publishCounted(database, id, 1);
  await publishCounted(database, id, 2);
  const behind = await openEvents(eventsUrl(slug, "?after=0"), { "Last-Event-ID": "1" });
  const current = await openEvents(eventsUrl(slug, "?after=2"));
  expect(await behind.next()).toMatchObject({ id: "2" });
  await publishCounted(database, id, 3);
  expect(await behind.next()).toMatchObject({ id: "3" });
  expect(await current.next()).toMatchObject({ id: "3" });
  behind.close();
  current.close();
});

test("whatever a reader says it knows, it is told the newest unless that is it", async () => {
  const { id, slug } = await createTestConversation(database.db);
  for (const version of [3, 4]) await publishCounted(database, id, version);
  // One that is kept no longer, of another database, too large, not a number, negative, nothing.
  for (const known of ["1", "57", "9999999999999", "fifty-seven", "-1", ""]) {
    for (const reader of [
      await openEvents(eventsUrl(slug), { "Last-Event-ID": known }),
      await openEvents(eventsUrl(slug, `?after=${known}`)),
    ]) {
      expect(await reader.next(), known).toMatchObject({ type: "analysis", id: "4" });
      reader.close();
    }
  }
  const current = await openEvents(eventsUrl(slug, "?after=1"), { "Last-Event-ID": "4" });
  await notify(database.db, { type: "statements", conversationId: id });
  expect(await current.next(), "the header goes before the address").toMatchObject({
    type: "statements",
  });
  current.close();
});

test("before the first analysis a reader of another database waits for that one", async () => {
  const { id, slug } = await createTestConversation(database.db);
  const reader = await openEvents(eventsUrl(slug), { "Last-Event-ID": "57" });
  await notify(database.db, { type: "statements", conversationId: id });
  expect(await reader.next()).toMatchObject({ type: "statements" });
  await publishCounted(database, id, 1);
  expect(await reader.next()).toMatchObject({ type: "analysis", id: "1" });
  reader.close();
});

test("the stream says when to come back, and may only be read", async () => {
  const { slug } = await createTestConversation(database.db);
  const head = await fetch(eventsUrl(slug), { method: "HEAD" });
  expect(head.status).toBe(200);
  expect(head.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
  expect(head.headers.get("cache-control")).toBe("no-cache, no-transform");
  expect(head.headers.get("x-accel-buffering")).toBe("no");
  expect(await head.text()).toBe("");
  const leaving = new AbortController();
  const { body } = await fetch(eventsUrl(slug), { signal: leaving.signal });
  const { value } = await body!.getReader().read();
  expect(new TextDecoder().decode(value)).toBe("retry: 2000\n\n");
  leaving.abort();
  const posted = await fetch(eventsUrl(slug), { method: "POST" });
  expect(posted.status).toBe(405);
  expect(posted.headers.get("allow")).toBe("GET, HEAD, OPTIONS");
});

test("a reader that stops for a while gets the newest in the end, in order", async () => {
  const { id, slug } = await createTestConversation(database.db);
  const { port } = new URL(server.url);
  const socket = connect(Number(port), "127.0.0.1");
  const path = new URL(eventsUrl(slug)).pathname;
  socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`);
  await new Promise((resolve) => socket.once("data", resolve));
  socket.pause();
  const published = 300;
  for (let version = 1; version <= published; version += 1) {
    await publishCounted(database, id, version);
  }
  socket.resume();
  let text = "";
  const last = new Promise<void>((resolve) => {
    socket.on("data", (chunk) => {
      text += chunk.toString();
      if (text.includes(`id: ${published}\n`)) resolve();
    });
  });
  await last;
  const ids = [...text.matchAll(/^id: (\d+)$/gm)].map((match) => Number(match[1]));
  expect(ids).toEqual([...ids].sort((a, b) => a - b));
  socket.destroy();
});

test("results that are not shown stay unsaid, until they are", async () => {
  const { id, slug } = await createTestConversation(database.db, {
    settings: { resultsVisibility: "after-closing" },
  });
  await publishCounted(database, id, 1);
  const reader = await openEvents(eventsUrl(slug));
  await notify(database.db, { type: "statements", conversationId: id });
  expect(await reader.next()).toEqual({ type: "statements", id: null, data: {} });
  await database.db.update(conversations).set({ state: "closed" }).where(eq(conversations.id, id));
  await notify(database.db, { type: "conversation", conversationId: id });
  expect(await reader.next()).toMatchObject({ type: "conversation", data: { state: "closed" } });
  expect(await reader.next()).toMatchObject({ type: "analysis", id: "1" });
  reader.close();
});

test("a conversation that is not there is 404, as JSON", async () => {
  const response = await fetch(eventsUrl("no-such-conversation"));
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({ error: { reason: "conversation-not-found" } });
});

test("when the server closes, the stream ends properly", async () => {
  const { slug } = await createTestConversation(database.db);
  const other = await startTestServer(database);
  const reader = await openEvents(`${other.url}/api/v1/conversations/${slug}/events`);
  const end = reader.next();
  await other.runtime.live.close();
  expect(await end).toBeNull();
  await other.close();
});
