import { afterEach, expect, test, vi } from "vitest";
import { listTranslationRows } from "@/server/db/queries/translations";
import { log } from "@/server/log";
import type { Translator } from "@/server/services/translations/translator";
import { createTestConversation } from "@/server/testing/conversation";
import { openTestDatabase } from "@/server/testing/database";
import { startTranslationServer } from "@/server/testing/translation-server";
import { createTranslator } from "./create-translator";
import { createLibreTranslate } from "./libre-translate";

const database = openTestDatabase();
const closing: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function open(
  options: Parameters<typeof startTranslationServer>[0] = {},
  apiKey?: string,
): Promise<{ translator: Translator; requests: { q: string; source: string }[] }> {
  const server = await startTranslationServer(options);
  const libre = createLibreTranslate({ url: server.url, apiKey });
  const pauses = { restMs: 0, firstPauseMs: 5 };
  const translator = createTranslator({ db: database.db, server: libre, ...pauses });
  closing.push(translator.close, server.close);
  return { translator, requests: server.requests };
}

/** A machine under load takes longer than the second that is usual. */
function waitFor(check: () => unknown): Promise<unknown> {
  return vi.waitFor(check, { timeout: 10_000 });
}

async function translations(conversationId: number) {
  const rows = await listTranslationRows(database.db, { conversationId });
  return rows.map(({ statementId, locale, text, origin }) => [statementId, locale, text, origin]);
}

async function insert(conversationId: number, statementId: number, locale: string, text: string) {
  await database.sql`insert into statement_translations
    values (${conversationId}, ${statementId}, ${locale}, ${text}, 'entered', null, now())`;
}

test("what a reader lacks is translated, marked as such, and never in place of what was entered", async () => {
  const { id } = await createTestConversation(database.db, { statements: 3 });
  await insert(id, 1, "fr", "Le premier");
  const { translator } = await open();
  translator.want(id, "fr");
  await waitFor(async () =>
    expect(await translations(id)).toEqual([
      [0, "fr", "fr: Statement 0", "machine"],
      [1, "fr", "Le premier", "entered"],
      [2, "fr", "fr: Statement 2", "machine"],
    ]),
  );
});

test("the documented request is sent, with the key", async () => {
  const { id } = await createTestConversation(database.db, { statements: 1 });
  await database.sql`update statements set language = 'en-GB' where conversation_id = ${id}`;
  const { translator, requests } = await open({ apiKey: "secret" }, "secret");
  translator.want(id, "zh-Hant");
  await waitFor(async () => expect(await translations(id)).toHaveLength(1));
  expect(requests).toEqual([
    { q: "Statement 0", source: "en", target: "zh-Hant", format: "text", api_key: "secret" },
  ]);
});

test("a server that fails or is busy is asked again, later", async () => {
  const { id } = await createTestConversation(database.db, { statements: 2 });
  const refusals = [{ status: 500 }, { status: 429, retryAfter: "0" }, { status: 503 }];
  const { translator, requests } = await open({ refuse: () => refusals.shift() ?? null });
  translator.want(id, "fr");
  await waitFor(async () => expect(await translations(id)).toHaveLength(2));
  expect(requests.map(({ q }) => q)).toEqual([...Array(4).fill("Statement 0"), "Statement 1"]);
});

test("a wrong key is reported and not tried again and again", async () => {
  const warned = vi.spyOn(log, "warn").mockImplementation(() => {});
  const { id } = await createTestConversation(database.db, { statements: 2 });
  const { translator, requests } = await open({ apiKey: "secret" }, "wrong");
  translator.want(id, "fr");
  await waitFor(() => expect(warned).toHaveBeenCalledOnce());
  warned.mockRestore();
  expect(requests).toHaveLength(1);
  expect(await translations(id)).toEqual([]);
});

test("a text that is in the language already is asked for once and gets no translation", async () => {
  const { id } = await createTestConversation(database.db, { statements: 1 });
  const { translator, requests } = await open({ detect: () => "fr" });
  translator.want(id, "fr");
  await waitFor(() => expect(requests).toHaveLength(1));
  const other = await createTestConversation(database.db, { statements: 1 });
  translator.want(id, "fr");
  translator.want(other.id, "zh-Hant"); // its turn comes after
  await waitFor(async () => expect(await translations(other.id)).toHaveLength(1));
  expect(requests).toHaveLength(2);
  expect(await translations(id)).toEqual([]);
});

test("a statement that changes meanwhile gets no translation of what it was", async () => {
  const { id } = await createTestConversation(database.db, { statements: 1 });
  let changed: Promise<unknown> | undefined;
  const { translator, requests } = await open({
    refuse: () => {
      changed ??= database.sql`update statements set text = 'Another' where conversation_id = ${id}`;
      return requests.length === 1 ? { status: 503 } : null;
    },
  });
  translator.want(id, "fr");
  await waitFor(() => expect(requests).toHaveLength(2));
  await changed;
  await translator.close();
  expect(await translations(id)).toEqual([]);
});

test("a language that the server does not speak is left alone", async () => {
  const { id } = await createTestConversation(database.db, { statements: 1 });
  const { translator, requests } = await open();
  translator.want(id, "cy");
  translator.want(id, "fr");
  await waitFor(async () => expect(await translations(id)).toHaveLength(1));
  expect(requests).toHaveLength(1);
});
