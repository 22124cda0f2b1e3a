import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { analysisQueue } from "@/drizzle/schema/analysis";
import { auditEvents } from "@/drizzle/schema/audit";
import { listStatements } from "@/server/services/statements/list";
import { listStatementsForModeration } from "@/server/services/statements/list-for-moderation";
import { contextFor, insertTestUser } from "@/server/testing/actors";
import { castVotesNow } from "@/server/testing/cast-raw-votes";
import { openTestDatabase } from "@/server/testing/database";
import { closeConversation } from "./close";
import { createConversation } from "./create";
import { getConversation } from "./get";
import { listManagedConversations } from "./list-managed";
import { countParticipants, listPublicConversations } from "./list-public";
import { openConversation } from "./open";
import { updateConversation } from "./update";

const database = openTestDatabase();
const start = new Date("2026-05-01T12:00:00Z");
const later = new Date("2026-05-08T12:00:00Z");
const operator = (now = start) => contextFor(database.db, { kind: "operator" }, now);
const anonymous = (now = start) => contextFor(database.db, { kind: "anonymous" }, now);

async function auditOf(conversationId: number) {
  const rows = await database.db
    .select({ action: auditEvents.action, actorId: auditEvents.actorId })
    .from(auditEvents)
    .where(eq(auditEvents.conversationId, conversationId))
    .orderBy(auditEvents.id);
  return rows;
}

test("a new conversation is a draft of its maker, with seeds, counters and an audit row", async () => {
  const actor = await insertTestUser(database.db);
  const ctx = contextFor(database.db, actor);
  const made = await createConversation(ctx, {
    title: "Ride sharing in the city",
    seedStatements: [
      "計程車應該有固定車資。",
      " ",
      "Drivers need  insurance.",
      "計程車應該有固定車資。",
    ],
  });
  expect(made).toMatchObject({ slug: "ride-sharing-in-the-city", state: "draft" });
  const statements = await listStatementsForModeration(ctx, { conversationId: made.id });
  expect(statements).toMatchObject([
    { id: 0, text: "計程車應該有固定車資。", isSeed: true, moderation: "accepted" },
    { id: 1, text: "Drivers need insurance.", isSeed: true, moderation: "accepted" },
  ]);
  const [queue] = await database.db
    .select()
    .from(analysisQueue)
    .where(eq(analysisQueue.conversationId, made.id));
  expect(queue?.nextStatementId).toBe(2);
  expect(await auditOf(made.id)).toEqual([
    { action: "conversation.create", actorId: actor.userId },
  ]);
  expect(await listManagedConversations(ctx)).toMatchObject([{ id: made.id, role: "owner" }]);
});

test("a title without Latin letters gets an address that can be spoken", async () => {
  const made = await createConversation(operator(), { title: "共乘與計程車" });
  expect(made.slug).toMatch(/^[a-z]{4}-[a-z]{4}$/);
});

test("the same title at the same time gets different addresses", async () => {
  const made = await Promise.all(
    Array.from({ length: 8 }, () => createConversation(operator(), { title: "Town centre" })),
  );
  expect(new Set(made.map((conversation) => conversation.slug)).size).toBe(8);
  expect(made.map((conversation) => conversation.slug)).toContain("town-centre");
});

test("a wanted address that is taken is refused and leaves nothing behind", async () => {
  const first = await createConversation(operator(), { title: "One", slug: "budget-2026" });
  const second = createConversation(operator(), { title: "Two", slug: "budget-2026" });
  await expect(second).rejects.toMatchObject({ code: "CONFLICT", reason: "slug-taken" });
  expect(await getConversation(operator(), { slug: "budget-2026" })).toMatchObject({
    id: first.id,
    title: "One",
  });
});

test("a seed statement that is too long refuses the whole conversation", async () => {
  const made = createConversation(operator(), {
    title: "Too long",
    slug: "too-long",
    seedStatements: ["fine", "x".repeat(201)],
  });
  await expect(made).rejects.toMatchObject({ reason: "statement-too-long" });
  await expect(getConversation(operator(), { slug: "too-long" })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});

test("what no database can take is cleaned away, and nothing visible is no title", async () => {
  const made = await createConversation(operator(), {
    title: "A\u0000title",
    description: "Two\r\nlines\u0000",
    settings: { askedBy: "The\u0000council", embedHosts: ["a.example\u0000"] },
    seedStatements: ["One\u0000statement.", "\u200b", "🚌".repeat(200)],
  });
  expect(made).toMatchObject({
    title: "A title",
    description: "Two\nlines",
    settings: { askedBy: "The council", embedHosts: ["a.example"] },
  });
  const statements = await listStatements(operator(), { conversationId: made.id });
  expect(statements.map(({ text }) => text)).toEqual(["One statement.", "🚌".repeat(200)]);
  await expect(createConversation(operator(), { title: "\u200b" })).rejects.toMatchObject({
    code: "BAD_REQUEST",
  });
});

test("a closing date beyond every calendar is refused", async () => {
  const { id } = await createConversation(operator(), { title: "For ever" });
  const closesAt = new Date("+275760-01-01");
  const opened = openConversation(operator(), { conversationId: id, closesAt });
  await expect(opened).rejects.toMatchObject({ code: "BAD_REQUEST" });
});

test("unknown settings values are refused, missing ones take their default", async () => {
  const wrong = createConversation(operator(), {
    title: "Wrong",
    settings: { resultsAfterVotes: 0 },
  });
  await expect(wrong).rejects.toMatchObject({ code: "BAD_REQUEST" });
  const made = await createConversation(operator(), {
    title: "Right",
    settings: { moderation: "strict" },
  });
  expect(made.settings).toMatchObject({ moderation: "strict", resultsVisibility: "always" });
});

test("a draft is hidden from the public and listed only once open", async () => {
  const made = await createConversation(operator(), { title: "Hidden draft" });
  const hidden = getConversation(anonymous(), { slug: made.slug });
  await expect(hidden).rejects.toMatchObject({ code: "NOT_FOUND" });
  const before = await listPublicConversations(anonymous());
  expect(before.map((conversation) => conversation.id)).not.toContain(made.id);
  await openConversation(operator(), { conversationId: made.id });
  expect(await getConversation(anonymous(), { slug: made.slug })).toMatchObject({
    state: "open",
    role: null,
  });
  const listed = await listPublicConversations(anonymous());
  expect(listed.map((conversation) => conversation.id)).toContain(made.id);
});

test("a closing date closes by itself, and it can be opened again", async () => {
  const made = await createConversation(operator(), { title: "Until Friday" });
  const closesAt = new Date("2026-05-07T12:00:00Z");
  await openConversation(operator(), { conversationId: made.id, closesAt });
  expect((await getConversation(anonymous(start), { slug: made.slug })).state).toBe("open");
  expect((await getConversation(anonymous(later), { slug: made.slug })).state).toBe("closed");
  const listed = await listPublicConversations(anonymous(later));
  expect(listed.find((conversation) => conversation.id === made.id)?.state).toBe("closed");
  const again = await openConversation(operator(later), { conversationId: made.id });
  expect(again).toMatchObject({ state: "open", closesAt: null, opensAt: start });
});

test("opening or closing at the same time succeeds once", async () => {
  const { id: conversationId } = await createConversation(operator(), { title: "Both at once" });
  const attempt = async (act: () => Promise<unknown>) => {
    const results = await Promise.allSettled([act(), act(), act()]);
    return results.map((result) =>
      result.status === "fulfilled" ? "done" : (result.reason as { reason: string }).reason,
    );
  };
  const opened = await attempt(() => openConversation(operator(), { conversationId }));
  expect(opened.sort()).toEqual(["already-open", "already-open", "done"]);
  const closed = await attempt(() => closeConversation(operator(), { conversationId }));
  expect(closed.sort()).toEqual(["done", "not-open", "not-open"]);
  expect((await auditOf(conversationId)).map((event) => event.action)).toEqual([
    "conversation.create",
    "conversation.open",
    "conversation.close",
  ]);
});

test("settings changed by two people at once are both kept", async () => {
  const made = await createConversation(operator(), { title: "Two editors" });
  await Promise.all([
    updateConversation(operator(), {
      conversationId: made.id,
      settings: { resultsVisibility: "after-closing" },
    }),
    updateConversation(operator(), {
      conversationId: made.id,
      settings: { moderation: "strict" },
      title: "Two editors at work",
    }),
  ]);
  expect(await getConversation(operator(), { slug: made.slug })).toMatchObject({
    title: "Two editors at work",
    settings: { resultsVisibility: "after-closing", moderation: "strict" },
  });
});

test("whether votes are public is fixed once people could vote", async () => {
  const { id: conversationId } = await createConversation(operator(), { title: "Open data" });
  const publish = (publicVotes: boolean, moderation: "strict" | "lenient") =>
    updateConversation(operator(), { conversationId, settings: { publicVotes, moderation } });
  expect((await publish(true, "lenient")).settings.publicVotes).toBe(true);
  await openConversation(operator(), { conversationId });
  const fixed = { code: "PRECONDITION_FAILED", reason: "public-votes-fixed" };
  await expect(publish(false, "strict")).rejects.toMatchObject(fixed);
  expect((await publish(true, "strict")).settings.moderation).toBe("strict");
  await closeConversation(operator(), { conversationId });
  await expect(publish(false, "strict")).rejects.toMatchObject(fixed);
});

test("what is promised to be answered is fixed once people could vote", async () => {
  const { id: conversationId } = await createConversation(operator(), { title: "Answered" });
  const promise = (answerDays: number | null) =>
    updateConversation(operator(), { conversationId, settings: { answerDays } });
  for (const wrong of [0, 731, 1.5]) {
    await expect(promise(wrong)).rejects.toMatchObject({ code: "BAD_REQUEST" });
  }
  expect((await promise(90)).settings.answerDays).toBe(90);
  expect((await promise(null)).settings.answerDays).toBeNull();
  await promise(30);
  await openConversation(operator(), { conversationId });
  const fixed = { code: "PRECONDITION_FAILED", reason: "answer-promise-fixed" };
  for (const other of [null, 31]) await expect(promise(other)).rejects.toMatchObject(fixed);
  expect((await promise(30)).settings.answerDays).toBe(30);
  await closeConversation(operator(), { conversationId });
  await expect(promise(null)).rejects.toMatchObject(fixed);
});

test("results that answers were promised on stay public once it has opened", async () => {
  const { id: conversationId } = await createConversation(operator(), {
    title: "Buses",
    settings: { answerDays: 30, resultsVisibility: "after-closing" },
  });
  const show = (resultsVisibility: "organisers" | "always") =>
    updateConversation(operator(), { conversationId, settings: { resultsVisibility } });
  await openConversation(operator(), { conversationId });
  const fixed = { code: "PRECONDITION_FAILED", reason: "answer-promise-fixed" };
  await expect(show("organisers")).rejects.toMatchObject(fixed);
  expect((await show("always")).settings.resultsVisibility).toBe("always");
});

test("a closing date must lie ahead and belongs to an open conversation", async () => {
  const { id: conversationId } = await createConversation(operator(), { title: "Dates" });
  const early = updateConversation(operator(), { conversationId, closesAt: later });
  await expect(early).rejects.toMatchObject({ code: "PRECONDITION_FAILED", reason: "not-open" });
  const past = openConversation(operator(later), { conversationId, closesAt: start });
  await expect(past).rejects.toMatchObject({ reason: "closing-date-passed" });
  await openConversation(operator(), { conversationId });
  const updated = await updateConversation(operator(), { conversationId, closesAt: later });
  expect(updated.closesAt).toEqual(later);
});

test("a listed conversation counts the people who took part in it, and only those", async () => {
  const ctx = operator();
  const busy = await createConversation(ctx, { title: "Busy", seedStatements: ["Yes."] });
  const quiet = await createConversation(ctx, { title: "Quiet", seedStatements: ["No."] });
  for (const { id } of [busy, quiet]) await openConversation(ctx, { conversationId: id });
  await castVotesNow(
    database.sql,
    busy.id,
    [0, 1, 2].map((person) => [person, 0, 1]),
  );
  const conversationIds = [busy.id, quiet.id];
  expect([...(await countParticipants(anonymous(), { conversationIds }))]).toEqual([[busy.id, 3]]);
});
