import { eq } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { analyses } from "@/drizzle/schema/analysis";
import { conversations } from "@/drizzle/schema/conversation";
import { notify } from "@/server/db/queries/notify";
import { createTestConversation } from "@/server/testing/conversation";
import { openTestDatabase } from "@/server/testing/database";
import { createLive } from "./create-live";
import type { Live, LiveEvent } from "./live";

const database = openTestDatabase();
const opened: Live[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((live) => live.close()));
});

async function openLive(pollMs = 60_000): Promise<Live> {
  const live = await createLive({ url: database.url, pollMs });
  opened.push(live);
  return live;
}

function iterate(live: Live, conversationId: number, signal = new AbortController().signal) {
  return live.subscribe(conversationId, { signal })[Symbol.asyncIterator]();
}

async function publish(conversationId: number, version: number): Promise<void> {
  await database.sql`
    insert into analyses (conversation_id, version, algorithm, parameters, vote_seq, core, frame)
    values (${conversationId}, ${version}, 'polis', '{}', 0, '{}', '{}')`;
}

test("an event reaches a subscriber that was registered, not yet reading", async () => {
  const live = await openLive();
  const { id } = await createTestConversation(database.db);
  const events = iterate(live, id);
  await notify(database.db, { type: "analysis", conversationId: id, version: 3 });
  expect((await events.next()).value).toEqual({ type: "analysis", conversationId: id, version: 3 });
});

test("a slow reader is taken straight to the newest analysis", async () => {
  const live = await openLive();
  const { id } = await createTestConversation(database.db);
  const slow = iterate(live, id);
  const heardLast = new Promise<void>((resolve) => {
    live.onEvent((event) => {
      if (event.type === "analysis" && event.version === 200) resolve();
    });
  });
  for (let version = 1; version <= 200; version += 1) {
    await notify(database.db, { type: "analysis", conversationId: id, version });
  }
  await heardLast;
  expect((await slow.next()).value).toMatchObject({ version: 200 });
  await notify(database.db, { type: "statements", conversationId: id });
  expect((await slow.next()).value).toEqual({ type: "statements", conversationId: id });
});

test("what NOTIFY never said is found by polling", async () => {
  const live = await openLive(20);
  const { id } = await createTestConversation(database.db);
  const events = iterate(live, id);
  await publish(id, 1);
  expect((await events.next()).value).toMatchObject({ type: "analysis", version: 1 });
  await database.db.update(conversations).set({ state: "closed" }).where(eq(conversations.id, id));
  expect((await events.next()).value).toEqual({ type: "conversation", conversationId: id });
  await database.db.update(analyses).set({ version: 2 }).where(eq(analyses.conversationId, id));
  expect((await events.next()).value).toMatchObject({ type: "analysis", version: 2 });
});

test("a lost connection is taken anew, and foreign payloads are ignored", async () => {
  const live = await openLive();
  const { id } = await createTestConversation(database.db);
  const events = iterate(live, id);
  await database.sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'plenum live' and datname = current_database()`;
  const answer = events.next();
  const received: LiveEvent[] = [];
  void answer.then(({ value }) => received.push(value));
  await database.sql`select pg_notify('plenum', 'not json'), pg_notify('plenum', '{"type":"x"}')`;
  for (let version = 1; received.length === 0; version += 1) {
    await notify(database.db, { type: "analysis", conversationId: id, version });
    await database.sql`select pg_sleep(0.05)`;
  }
  expect(received[0]).toMatchObject({ type: "analysis", conversationId: id });
});

test("a subscription ends when its signal does, and when the server closes", async () => {
  const live = await openLive();
  const { id } = await createTestConversation(database.db);
  const controller = new AbortController();
  const aborted = iterate(live, id, controller.signal).next();
  const closed = iterate(live, id).next();
  controller.abort();
  expect(await aborted).toEqual({ done: true, value: undefined });
  await live.close();
  expect(await closed).toEqual({ done: true, value: undefined });
});

test("an address that cannot be reached is refused at once", async () => {
  await expect(createLive({ url: "postgres://nobody@127.0.0.1:1/none" })).rejects.toThrow(
    /ECONNREFUSED/,
  );
});
