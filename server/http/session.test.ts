import { expect, test } from "vitest";
import type { PresentAct, SessionAnswer } from "@/lib/schemas/live-session";
import { notify } from "@/server/db/queries/notify";
import { createLive } from "@/server/live/create-live";
import { closeConversation } from "@/server/services/conversations/close";
import { getStage } from "@/server/services/live-sessions/get-stage";
import { present } from "@/server/services/live-sessions/present";
import { moderateStatement } from "@/server/services/statements/moderate";
import { contextFor } from "@/server/testing/actors";
import { createTestConversation } from "@/server/testing/conversation";
import { openTestDatabase } from "@/server/testing/database";
import { openTestServer } from "@/server/testing/http-server";
import { publishCounted } from "@/server/testing/publish-counted";
import { openEvents } from "@/server/testing/read-events";
import { openVotedConversation } from "@/server/testing/voted-conversation";

const database = openTestDatabase();
const server = openTestServer(database);

/** Acts on what is there now. */
async function act(conversationId: number, ...acts: PresentAct[]): Promise<number> {
  const ctx = { ...contextFor(database.db), now: () => new Date() };
  let { number } = await getStage(ctx, { conversationId });
  for (const act of acts) {
    ({ number } = await present(ctx, { conversationId, basedOn: number, act }));
  }
  return number;
}
const start: PresentAct = { type: "start" };
const show = (statement: number): PresentAct => ({ type: "show", statement });
const close: PresentAct = { type: "close" };

const addressOf = (slug: string, path: string) =>
  `${server.url}/api/v1/conversations/${slug}/${path}`;

async function readSession(slug: string): Promise<SessionAnswer> {
  return (await fetch(addressOf(slug, "session"))).json();
}

async function vote(slug: string, vote: object, token?: string) {
  const response = await fetch(addressOf(slug, "votes"), {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      ...(token && { Authorization: `Participant ${token}` }),
    },
    body: JSON.stringify({ votes: [vote] }),
  });
  return { status: response.status, body: await response.json() };
}

test("readers are told of each change, and whoever comes later at once", async () => {
  const { id, slug } = await createTestConversation(database.db, { statements: 3 });
  const early = await openEvents(addressOf(slug, "events"));
  await act(id, start, show(2));
  const shown = { statement: 2, isOpen: true, isRevealed: false };
  let told = await early.next();
  if (told?.id === null && Object(told.data).statement === null) told = await early.next();
  expect(told).toMatchObject({ type: "session", data: shown });
  const late = await openEvents(addressOf(slug, "events"));
  expect(await late.next()).toEqual({ type: "session", id: null, data: { ...shown, number: 2 } });
  await act(id, close);
  const closed = { type: "session", data: { ...shown, isOpen: false, number: 3 } };
  expect(await late.next()).toMatchObject(closed);
  expect(await early.next()).toMatchObject(closed);
  expect(await readSession(slug)).toMatchObject({
    session: { ...shown, isOpen: false, number: 3 },
    statement: { id: 2, text: "Statement 2" },
    tally: null,
  });
  for (const reader of [early, late]) reader.close();
});

test("where no NOTIFY arrives, polling finds the newest change", async () => {
  const live = await createLive({ url: database.url, pollMs: 20 });
  const { id } = await createTestConversation(database.db, { statements: 1 });
  const { signal } = new AbortController();
  const events = live.subscribe(id, { signal })[Symbol.asyncIterator]();
  const change = (number: number) => database.sql`
    insert into live_sessions
      (conversation_id, number, is_running, is_open, is_revealed, shown, changed_at)
    values (${id}, ${number}, true, false, false, '{}', now())
    on conflict (conversation_id) do update set number = excluded.number`;
  await change(3);
  const heard = (number: number) => ({ type: "session", conversationId: id, number });
  expect((await events.next()).value).toEqual(heard(3));
  await change(9);
  expect((await events.next()).value).toEqual(heard(9));
  await live.close();
});

test("while its voting is closed a statement takes no votes, and every other one does", async () => {
  const { id, slug } = await createTestConversation(database.db, { statements: 2 });
  await act(id, start, show(0));
  const inTime = await vote(slug, { statement: 0, value: 1, seq: 10 });
  expect(inTime.status).toBe(200);
  const { token } = inTime.body.participant;
  await act(id, close);
  const refused = { error: { code: "PRECONDITION_FAILED", reason: "stage-closed" } };
  expect(await vote(slug, { statement: 0, value: -1, seq: 11 }, token)).toMatchObject({
    status: 412,
    body: refused,
  });
  expect(await vote(slug, { statement: 0, value: 1 })).toMatchObject({ body: refused });
  expect((await vote(slug, { statement: 1, value: 1 }, token)).status).toBe(200);
  // Whose answer was lost sends the same again: it counts already.
  expect((await vote(slug, { statement: 0, value: 1, seq: 10 }, token)).status).toBe(200);
  await act(id, { type: "open" });
  expect((await vote(slug, { statement: 0, value: -1, seq: 11 }, token)).status).toBe(200);
  await act(id, close, show(1));
  expect((await vote(slug, { statement: 0, value: 0, seq: 12 }, token)).status).toBe(200);
  const values = await database.sql<{ value: number }[]>`
    select value from votes where conversation_id = ${id} and statement_id = 0 order by vote_seq`;
  expect(values.map(({ value }) => value)).toEqual([1, -1, 0]);
});

test("a vote that had reached the server when voting closed counts", async () => {
  const { id } = await createTestConversation(database.db, { statements: 1 });
  await act(id, start, show(0), close);
  const [row] = await database.sql<{ at: Date }[]>`
    select closed_at as at from live_sessions where conversation_id = ${id}`;
  const cast = (person: string, arrivedAt: Date) =>
    server.runtime.voteQueue.cast({
      conversationId: id,
      tokenHash: person,
      votes: [{ statement: 0, value: 1, important: false }],
      arrivedAt,
    });
  const closedAt = new Date(row!.at).getTime();
  await expect(cast("before", new Date(closedAt))).resolves.toMatchObject({ accepted: 1 });
  const late = cast("after", new Date(closedAt + 1));
  await expect(late).rejects.toMatchObject({ reason: "stage-closed" });
});

test("results are told once they are revealed, to those who may see them", async () => {
  const settings = { resultsVisibility: "after-votes", resultsAfterVotes: 1 } as const;
  const texts = ["All agree", "They take turns", "Hardly anybody voted"];
  const { id, slug } = await openVotedConversation(database, { texts, settings });
  await database.sql`update analysis_queue set next_participant_id = 40
    where conversation_id = ${id}`;
  await act(id, start, show(0));
  const { body } = await vote(slug, { statement: 0, value: 1 });
  const headers = { Authorization: `Participant ${body.participant.token}` };
  const readOwn = async (): Promise<SessionAnswer> =>
    (await fetch(addressOf(slug, "session"), { headers })).json();
  expect((await readOwn()).tally).toBeNull();
  await act(id, close, { type: "reveal" });
  expect(await readOwn()).toMatchObject({ session: { isRevealed: true } });
  expect((await readOwn()).tally).toEqual({ agrees: 40, disagrees: 0, passes: 0, votes: 40 });
  expect((await readSession(slug)).tally).toBeNull();
  await act(id, { type: "hide" });
  expect((await readOwn()).tally).toBeNull();
  await act(id, show(2), close, { type: "reveal" });
  expect((await readOwn()).tally).toBeNull(); // three people are too few to be told of
});

test("many who ask in the same moment are told what each of them may see", async () => {
  const settings = { resultsVisibility: "after-votes", resultsAfterVotes: 2 } as const;
  const texts = ["All agree", "They take turns", "Hardly anybody voted"];
  const { id, slug } = await openVotedConversation(database, { texts, settings });
  await database.sql`update analysis_queue set next_participant_id = 40
    where conversation_id = ${id}`;
  await act(id, start, show(0));
  const phones = await Promise.all(
    Array.from({ length: 30 }, async (_, phone) => {
      const { body } = await vote(slug, { statement: 0, value: 1 });
      const { token } = body.participant;
      if (phone % 3 === 0) await vote(slug, { statement: 1, value: -1 }, token);
      return { Authorization: `Participant ${token}` };
    }),
  );
  await act(id, close, { type: "reveal" });
  const isRevealed = async () => (await readSession(slug)).session.isRevealed;
  await expect.poll(isRevealed, { timeout: 5_000 }).toBe(true); // the web process has heard of it
  const answers: SessionAnswer[] = await Promise.all(
    phones.map(async (headers) => (await fetch(addressOf(slug, "session"), { headers })).json()),
  );
  expect(answers.map(({ tally }) => tally !== null)).toEqual(
    phones.map((_, phone) => phone % 3 === 0),
  );
});

test("what is revealed is told to nobody any more once the results policy says so", async () => {
  const texts = ["All agree", "They take turns", "Hardly anybody voted"];
  const { id, slug } = await openVotedConversation(database, { texts });
  await act(id, start, show(0), close, { type: "reveal" });
  expect((await readSession(slug)).tally).toMatchObject({ votes: 40 });
  await database.sql`update conversations
    set settings = settings || '{"resultsVisibility": "organisers"}' where id = ${id}`;
  await notify(database.db, { type: "conversation", conversationId: id });
  expect(await readSession(slug)).toMatchObject({ session: { isRevealed: true }, tally: null });
  await act(id, { type: "hide" });
  await expect(act(id, { type: "reveal" })).rejects.toMatchObject({
    reason: "results-not-disclosed",
  });
});

test("a statement that is rejected while it is shown disappears", async () => {
  const { id, slug } = await createTestConversation(database.db, { statements: 1 });
  await act(id, start, show(0));
  const reader = await openEvents(addressOf(slug, "events"));
  expect(await reader.next()).toMatchObject({ data: { statement: 0 } });
  const about = { conversationId: id, statementId: 0, from: "accepted", to: "rejected" } as const;
  await moderateStatement(contextFor(database.db), about);
  const events = [await reader.next(), await reader.next()];
  expect(events).toContainEqual(
    expect.objectContaining({
      type: "session",
      data: expect.objectContaining({ statement: null }),
    }),
  );
  expect(await readSession(slug)).toMatchObject({ session: { statement: null }, statement: null });
  reader.close();
});

test("without a live session there is nothing on stage, and nothing is told", async () => {
  const { id, slug } = await createTestConversation(database.db);
  const nothing = { statement: null, isOpen: false, isRevealed: false, number: 0 };
  expect(await readSession(slug)).toEqual({ session: nothing, statement: null, tally: null });
  const reader = await openEvents(addressOf(slug, "events"));
  await publishCounted(database, id, 1);
  expect(await reader.next()).toMatchObject({ type: "analysis" });
  reader.close();
});

test("a conversation that is closed closes its stage for everybody, early and late", async () => {
  const { id, slug } = await createTestConversation(database.db, { statements: 2 });
  const number = await act(id, start, show(1));
  const early = await openEvents(addressOf(slug, "events"));
  expect(await early.next()).toMatchObject({ data: { statement: 1, isOpen: true } });
  const ctx = { ...contextFor(database.db), now: () => new Date() };
  await closeConversation(ctx, { conversationId: id });
  const closed = { type: "session", data: { statement: 1, isOpen: false, number } };
  const told = [await early.next(), await early.next()]; // in no promised order
  expect(told).toContainEqual(expect.objectContaining({ type: "conversation" }));
  expect(told).toContainEqual(expect.objectContaining({ type: "session" }));
  expect(told.find((event) => event?.type === "session")).toMatchObject(closed);
  const late = await openEvents(addressOf(slug, "events"));
  expect(await late.next()).toMatchObject(closed);
  expect((await readSession(slug)).session).toMatchObject({ statement: 1, isOpen: false });
  const onAir = await (await fetch(addressOf(slug, "overlay"))).json();
  expect(onAir.session).toMatchObject({ statement: { statement: 1 }, isOpen: false });
  early.close();
  late.close();
});

test("a conversation that opens by itself opens its stage for everybody who waits", async () => {
  const { id, slug } = await createTestConversation(database.db, { statements: 1 });
  await database.sql`update conversations set opens_at = now() + interval '4 seconds'
    where id = ${id}`;
  const number = await act(id, start, show(0));
  const reader = await openEvents(addressOf(slug, "events"));
  const stage = { statement: 0, number };
  expect(await reader.next()).toMatchObject({ type: "session", data: { ...stage, isOpen: false } });
  let told = await reader.next();
  while (told?.type !== "session") told = await reader.next();
  expect(told).toMatchObject({ data: { ...stage, isOpen: true } });
  expect((await vote(slug, { statement: 0, value: 1 })).status).toBe(200);
  reader.close();
});
