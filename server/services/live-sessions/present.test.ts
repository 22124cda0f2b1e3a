import { expect, test } from "vitest";
import type { PresentAct } from "@/lib/schemas/live-session";
import { closeConversation } from "@/server/services/conversations/close";
import { createConversation } from "@/server/services/conversations/create";
import { moderateStatement } from "@/server/services/statements/moderate";
import { contextFor, insertTestUser } from "@/server/testing/actors";
import { createTestConversation } from "@/server/testing/conversation";
import { openTestDatabase } from "@/server/testing/database";
import { getStage } from "./get-stage";
import { present } from "./present";

const database = openTestDatabase();
const asConsole = () => contextFor(database.db);

/** Does one act after the other, each on what the one before left. */
async function doAll(conversationId: number, ...acts: PresentAct[]) {
  let { number } = await getStage(asConsole(), { conversationId });
  for (const act of acts) {
    ({ number } = await present(asConsole(), { conversationId, basedOn: number, act }));
  }
  return number;
}
const start: PresentAct = { type: "start" };
const show = (statement: number): PresentAct => ({ type: "show", statement });

test("a live session goes from the start over a statement to the end, each act on record", async () => {
  const { id: conversationId } = await createTestConversation(database.db, { statements: 2 });
  const told = [];
  const acts: PresentAct[] = [
    start,
    show(1),
    { type: "close" },
    { type: "reveal" },
    { type: "end" },
  ];
  for (const [basedOn, act] of acts.entries()) {
    told.push(await present(asConsole(), { conversationId, basedOn, act }));
  }
  expect(told).toEqual([
    { statement: null, isOpen: false, isRevealed: false, number: 1 },
    { statement: 1, isOpen: true, isRevealed: false, number: 2 },
    { statement: 1, isOpen: false, isRevealed: false, number: 3 },
    { statement: 1, isOpen: false, isRevealed: true, number: 4 },
    { statement: null, isOpen: false, isRevealed: false, number: 5 },
  ]);
  const records = await database.sql`
    select details ->> 'type' as type, (details ->> 'number')::int as number from audit_events
    where conversation_id = ${conversationId} and action = 'session.present' order by id`;
  expect(records.map(({ type, number }) => `${number} ${type}`)).toEqual([
    "1 start",
    "2 show",
    "3 close",
    "4 reveal",
    "5 end",
  ]);
});

test("the next statement is the first that was not shown; once all were there is none", async () => {
  const { id: conversationId } = await createTestConversation(database.db, { statements: 3 });
  await doAll(conversationId, start, show(1));
  expect((await getStage(asConsole(), { conversationId })).next?.id).toBe(0);
  await doAll(conversationId, show(0));
  expect((await getStage(asConsole(), { conversationId })).next?.id).toBe(2);
  await doAll(conversationId, show(2));
  expect((await getStage(asConsole(), { conversationId })).next).toBeNull();
  await doAll(conversationId, { type: "end" }, start);
  expect((await getStage(asConsole(), { conversationId })).next?.id).toBe(0);
});

test("of twenty presenters at once one wins, and the others are told", async () => {
  const { id: conversationId } = await createTestConversation(database.db, { statements: 20 });
  const basedOn = await doAll(conversationId, start);
  const results = await Promise.allSettled(
    Array.from({ length: 20 }, (_, statement) =>
      present(asConsole(), { conversationId, basedOn, act: show(statement) }),
    ),
  );
  const winners = results.filter(({ status }) => status === "fulfilled");
  expect(winners).toHaveLength(1);
  for (const result of results) {
    if (result.status === "rejected") expect(result.reason.reason).toBe("session-changed");
  }
  expect((await getStage(asConsole(), { conversationId })).number).toBe(basedOn + 1);
});

test("an act sent twice is done once", async () => {
  const { id: conversationId } = await createTestConversation(database.db, { statements: 2 });
  const basedOn = await doAll(conversationId, start, show(0));
  const act: PresentAct = { type: "close" };
  const both = await Promise.all(
    [1, 2].map(() => present(asConsole(), { conversationId, basedOn, act })),
  );
  expect(both[0]).toEqual(both[1]);
  expect((await getStage(asConsole(), { conversationId })).number).toBe(basedOn + 1);
  // What was opened again since is another stage: the old act must not close it.
  await doAll(conversationId, { type: "open" });
  const late = present(asConsole(), { conversationId, basedOn, act });
  await expect(late).rejects.toMatchObject({ code: "CONFLICT", reason: "session-changed" });
});

test("only accepted statements are shown, and none that is rejected meanwhile", async () => {
  const { id: conversationId } = await createTestConversation(database.db, { statements: 2 });
  await database.sql`update statements set moderation = 'pending'
    where conversation_id = ${conversationId} and id = 1`;
  const number = await doAll(conversationId, start);
  for (const statement of [1, 99]) {
    const shown = present(asConsole(), { conversationId, basedOn: number, act: show(statement) });
    await expect(shown).rejects.toMatchObject({ reason: "statement-not-found" });
  }
  await doAll(conversationId, show(0), { type: "close" });
  const about = { conversationId, statementId: 0, from: "accepted", to: "rejected" } as const;
  await moderateStatement(asConsole(), about);
  const { stage, number: after } = await getStage(asConsole(), { conversationId });
  expect(stage).toMatchObject({ isRunning: true, statementId: null, isOpen: false });
  expect(after).toBe(number + 3);
});

test("what cannot be done now is refused with its reason", async () => {
  const settings = { resultsVisibility: "after-closing" } as const;
  const { id: conversationId } = await createTestConversation(database.db, {
    statements: 1,
    settings,
  });
  const attempt = (basedOn: number, act: PresentAct) =>
    present(asConsole(), { conversationId, basedOn, act });
  await expect(attempt(0, show(0))).rejects.toMatchObject({ reason: "session-not-ready" });
  const number = await doAll(conversationId, start, show(0), { type: "close" });
  const reveal = attempt(number, { type: "reveal" });
  await expect(reveal).rejects.toMatchObject({ reason: "results-not-disclosed" });
  await closeConversation(asConsole(), { conversationId });
  const open = attempt(number, { type: "open" });
  await expect(open).rejects.toMatchObject({ reason: "conversation-closed" });
  expect(await attempt(number, { type: "reveal" })).toMatchObject({ isRevealed: true });
});

test("owners and moderators present, nobody else", async () => {
  const { id: conversationId } = await createTestConversation(database.db, { statements: 1 });
  const roles = ["owner", "moderator", "analyst", "official", "observer"] as const;
  const allowed = [];
  for (const role of roles) {
    const actor = await insertTestUser(database.db, { membership: { conversationId, role } });
    const own = contextFor(database.db, actor);
    const { number } = await getStage(asConsole(), { conversationId });
    const act = present(own, { conversationId, basedOn: number, act: start });
    const isAllowed = await act.then(
      () => true,
      (error) => error.code !== "FORBIDDEN",
    );
    if (isAllowed) allowed.push(role);
  }
  expect(allowed).toEqual(["owner", "moderator"]);
});

test("a draft is not presented", async () => {
  const { id: conversationId } = await createConversation(asConsole(), { title: "Not yet" });
  const act = present(asConsole(), { conversationId, basedOn: 0, act: start });
  await expect(act).rejects.toMatchObject({ reason: "conversation-not-open-yet" });
});
