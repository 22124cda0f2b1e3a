import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { analysisQueue } from "@/drizzle/schema/analysis";
import { auditEvents } from "@/drizzle/schema/audit";
import { statements } from "@/drizzle/schema/statement";
import type { ConversationSettings } from "@/lib/schemas/conversation";
import { createConversation } from "@/server/services/conversations/create";
import { openConversation } from "@/server/services/conversations/open";
import { contextFor, insertTestUser } from "@/server/testing/actors";
import { openTestDatabase } from "@/server/testing/database";
import { listStatements } from "./list";
import { listStatementsForModeration } from "./list-for-moderation";
import { moderateStatement } from "./moderate";
import { seedStatements } from "./seed";

const database = openTestDatabase();
const operator = () => contextFor(database.db);
const anonymous = () => contextFor(database.db, { kind: "anonymous" });

async function createWithPending(settings: Partial<ConversationSettings> = {}) {
  const { id: conversationId } = await createConversation(operator(), {
    title: "Cycling",
    seedStatements: ["More cycle paths."],
    settings,
  });
  await openConversation(operator(), { conversationId });
  await database.db
    .insert(statements)
    .values({ conversationId, id: 10, text: "Fewer traffic lights.", authorId: 3 });
  return conversationId;
}

async function queueRow(conversationId: number) {
  const [row] = await database.db
    .select()
    .from(analysisQueue)
    .where(eq(analysisQueue.conversationId, conversationId));
  return row;
}

test("two moderators at once: one decides, the other is told", async () => {
  const conversationId = await createWithPending();
  const actors = await Promise.all(
    [0, 1].map(() =>
      insertTestUser(database.db, { membership: { conversationId, role: "moderator" } }),
    ),
  );
  const acts = (["accepted", "rejected"] as const).map((to, index) =>
    moderateStatement(contextFor(database.db, actors[index]), {
      conversationId,
      statementId: 10,
      from: "pending",
      to,
      reason: "off-topic",
    }),
  );
  const results = await Promise.allSettled(acts);
  const won = results.flatMap((result) => (result.status === "fulfilled" ? result.value : []));
  const lost = results.flatMap((result) => (result.status === "rejected" ? result.reason : []));
  expect(won).toHaveLength(1);
  expect(lost).toMatchObject([{ code: "CONFLICT", reason: "already-moderated" }]);
  const events = await database.db
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.action, "statement.moderate"));
  const own = events.filter((event) => event.conversationId === conversationId);
  expect(own).toMatchObject([{ details: { statement: 10, to: won[0]?.moderation } }]);
  const stored = await listStatementsForModeration(operator(), { conversationId });
  expect(stored.find((statement) => statement.id === 10)).toEqual(won[0]);
});

test("an act asks for an analysis and can be undone", async () => {
  const conversationId = await createWithPending();
  const before = await queueRow(conversationId);
  expect(before?.dueAt).toBeNull();
  const statementId = 10;
  await moderateStatement(operator(), {
    conversationId,
    statementId,
    from: "pending",
    to: "rejected",
    reason: "question",
  });
  const after = await queueRow(conversationId);
  expect(after?.dueAt).toBeInstanceOf(Date);
  expect(after?.moderationSeq).toBe((before?.moderationSeq ?? 0) + 1);
  const undone = await moderateStatement(operator(), {
    conversationId,
    statementId,
    from: "rejected",
    to: "pending",
  });
  expect(undone).toMatchObject({ moderation: "pending", moderationReason: null });
});

test("a statement that is not there is not found, one elsewhere neither", async () => {
  const conversationId = await createWithPending();
  const other = await createWithPending();
  await database.db.delete(statements).where(eq(statements.conversationId, other));
  const act = moderateStatement(operator(), {
    conversationId: other,
    statementId: 10,
    from: "pending",
    to: "accepted",
  });
  await expect(act).rejects.toMatchObject({ code: "NOT_FOUND", reason: "statement-not-found" });
  const untouched = await listStatementsForModeration(operator(), {
    conversationId,
    moderation: "pending",
  });
  expect(untouched).toHaveLength(1);
});

test("the public sees waiting statements only where moderation is lenient, never rejected ones", async () => {
  const lenient = await createWithPending();
  const strict = await createWithPending({ moderation: "strict" });
  const idsIn = async (conversationId: number) =>
    (await listStatements(anonymous(), { conversationId })).map((statement) => statement.id);
  expect(await idsIn(lenient)).toEqual([0, 10]);
  expect(await idsIn(strict)).toEqual([0]);
  await moderateStatement(operator(), {
    conversationId: lenient,
    statementId: 10,
    from: "pending",
    to: "rejected",
  });
  expect(await idsIn(lenient)).toEqual([0]);
});

test("the same seeds twice at once are added once, under ids of their own", async () => {
  const { id: conversationId } = await createConversation(operator(), { title: "Seeds" });
  const texts = ["甲案比較好。", "乙案比較好。"];
  await Promise.all([
    seedStatements(operator(), { conversationId, texts }),
    seedStatements(operator(), { conversationId, texts: [...texts, "都不好。"] }),
  ]);
  const all = await listStatementsForModeration(operator(), { conversationId });
  expect(all.map((statement) => statement.id)).toEqual([0, 1, 2]);
  expect(all.map((statement) => statement.text).sort()).toEqual([...texts, "都不好。"].sort());
});

test("seeding asks for an analysis only when something is new", async () => {
  const { id: conversationId } = await createConversation(operator(), {
    title: "Nothing new",
    seedStatements: ["Here already."],
  });
  await seedStatements(operator(), { conversationId, texts: ["Here already.", "  "] });
  expect((await queueRow(conversationId))?.dueAt).toBeNull();
  await seedStatements(operator(), { conversationId, texts: ["Something new."] });
  expect((await queueRow(conversationId))?.dueAt).toBeInstanceOf(Date);
});
