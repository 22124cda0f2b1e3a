import { expect, test } from "vitest";
import { contextFor, insertTestUser } from "@/server/testing/actors";
import { createTestConversation } from "@/server/testing/conversation";
import { openTestDatabase } from "@/server/testing/database";
import { enterTranslation } from "./enter";
import { importTranslations } from "./import";
import { listTranslations } from "./list";
import { removeTranslation } from "./remove";

const database = openTestDatabase();

async function open(role: "moderator" | "analyst" = "moderator") {
  const { id: conversationId } = await createTestConversation(database.db, { statements: 3 });
  const membership = { conversationId, role };
  const ctx = contextFor(database.db, await insertTestUser(database.db, { membership }));
  const list = (statementId: number) => listTranslations(ctx, { conversationId, statementId });
  return { conversationId, ctx, list };
}

test("a translation is entered, replaced and removed, and each act is recorded", async () => {
  const { conversationId, ctx, list } = await open();
  const key = { conversationId, statementId: 1, locale: "fr" } as const;
  await enterTranslation(ctx, { ...key, text: " Les bus\ngratuits " });
  await enterTranslation(ctx, { ...key, text: "Des bus gratuits" });
  await enterTranslation(ctx, { ...key, locale: "ar", text: "حافلات مجانية" });
  expect(await list(1)).toEqual([
    { locale: "ar", text: "حافلات مجانية", origin: "entered" },
    { locale: "fr", text: "Des bus gratuits", origin: "entered" },
  ]);
  await removeTranslation(ctx, key);
  await removeTranslation(ctx, key);
  expect(await list(1)).toMatchObject([{ locale: "ar" }]);
  const events = await database.sql`select action from audit_events
    where conversation_id = ${conversationId} order by id`;
  expect(events.map(({ action }) => action)).toEqual([
    ...Array(3).fill("translation.enter"),
    "translation.remove",
  ]);
});

test("a blank text, an unknown statement and a role that may not are refused", async () => {
  const { conversationId, ctx } = await open();
  const key = { conversationId, statementId: 1, locale: "fr" } as const;
  await expect(enterTranslation(ctx, { ...key, text: " \u200b" })).rejects.toMatchObject({
    reason: "translation-empty",
  });
  await expect(enterTranslation(ctx, { ...key, statementId: 9, text: "x" })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  const analyst = await open("analyst");
  const theirs = { ...key, conversationId: analyst.conversationId, text: "x" };
  await expect(enterTranslation(analyst.ctx, theirs)).rejects.toMatchObject({ code: "FORBIDDEN" });
});

test("a file is imported as a whole, and what a machine made stays marked", async () => {
  const { conversationId, ctx, list } = await open();
  await enterTranslation(ctx, { conversationId, statementId: 0, locale: "fr", text: "Ancien" });
  const csv = [
    "\ufefflocale,Statement,text,origin",
    'fr,0,"Nouveau, et\r\nmeilleur",entered',
    "FR,1,Deux,machine",
    "",
  ].join("\r\n");
  expect(await importTranslations(ctx, { conversationId, csv })).toEqual({
    imported: 2,
    errors: [],
  });
  expect(await list(0)).toEqual([
    { locale: "fr", text: "Nouveau, et meilleur", origin: "imported" },
  ]);
  expect(await list(1)).toEqual([{ locale: "fr", text: "Deux", origin: "machine" }]);
});

test("each line that is wrong is named, and then nothing is imported", async () => {
  const { conversationId, ctx, list } = await open();
  const csv = [
    "statement,locale,text",
    "0,fr,Bon",
    '1,fr,"two',
    'lines"',
    "7,fr,Inconnu",
    "x,fr,Pas un nombre",
    "2,xx,Quelle langue",
    "2,fr,  ",
    `2,fr,${"x".repeat(4001)}`,
    "0,fr,Encore",
  ].join("\n");
  expect(await importTranslations(ctx, { conversationId, csv })).toEqual({
    imported: 0,
    errors: [
      { line: 5, problem: "statement-unknown" },
      { line: 6, problem: "statement-unknown" },
      { line: 7, problem: "locale-unknown" },
      { line: 8, problem: "text-empty" },
      { line: 9, problem: "text-too-long" },
      { line: 10, problem: "repeated" },
    ],
  });
  expect(await list(0)).toEqual([]);
});

test.each([
  ["", [{ line: 1, problem: "columns-missing" }]],
  ["statement,language,text\n0,fr,Bon", [{ line: 1, problem: "columns-missing" }]],
  ['statement,locale,text\n0,fr,"Bon', [{ line: 2, problem: "quotes-broken" }]],
])("the file %j is refused", async (csv, errors) => {
  const { conversationId, ctx } = await open();
  expect(await importTranslations(ctx, { conversationId, csv })).toEqual({ imported: 0, errors });
});

test("a statement whose text changes loses its translations, and only that one", async () => {
  const { conversationId, ctx, list } = await open();
  for (const statementId of [0, 1]) {
    await enterTranslation(ctx, { conversationId, statementId, locale: "fr", text: "Oui" });
  }
  await database.sql`update statements set text = 'Other words'
    where conversation_id = ${conversationId} and id = 0`;
  await database.sql`update statements set moderation = 'pending', text = text
    where conversation_id = ${conversationId} and id = 1`;
  expect(await list(0)).toEqual([]);
  expect(await list(1)).toHaveLength(1);
});
