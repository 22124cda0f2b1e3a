import { expect, test } from "vitest";
import { enterTranslation } from "@/server/services/translations/enter";
import { contextFor } from "@/server/testing/actors";
import { createTestConversation } from "@/server/testing/conversation";
import { openTestDatabase } from "@/server/testing/database";
import { openTestServer } from "@/server/testing/http-server";
import { startTranslationServer } from "@/server/testing/translation-server";
import { createTranslator } from "@/server/translate/create-translator";
import { createLibreTranslate } from "@/server/translate/libre-translate";

const database = openTestDatabase();
const server = openTestServer(database);

async function request(slug: string, path: string, language: string | null, votes?: object[]) {
  const response = await fetch(`${server.url}/api/v1/conversations/${slug}/${path}`, {
    method: votes ? "POST" : "GET",
    headers: {
      "Content-Type": "application/json",
      "Idempotency-Key": "0123456789abcdef0123456789abcdef",
      ...(language && { "Accept-Language": language }),
    },
    body: votes && JSON.stringify({ votes }),
  });
  const { next } = await response.json();
  return next.sort((a: { id: number }, b: { id: number }) => a.id - b.id);
}

test("next statements carry the translation that the request's language asks for", async () => {
  const { id, slug } = await createTestConversation(database.db, { statements: 3 });
  const ctx = contextFor(database.db);
  const translation = { text: "第一則意見", locale: "zh-Hant", origin: "entered" };
  await enterTranslation(ctx, {
    conversationId: id,
    statementId: 1,
    locale: "zh-Hant",
    text: "第一則意見",
  });
  const answer = await request(slug, "next", "zh-TW,en;q=0.5");
  expect(answer[1]).toMatchObject({ id: 1, text: "Statement 1", translation });
  expect(answer[0]).not.toHaveProperty("translation");
  for (const language of [null, "en-GB"]) {
    expect((await request(slug, "next", language))[1]).not.toHaveProperty("translation");
  }
  const vote = [{ statement: 0, value: 1 }];
  expect(await request(slug, "votes", "zh-TW", vote)).toMatchObject([
    { id: 1, translation },
    { id: 2 },
  ]);
});

test("own votes carry the translation of what they are on", async () => {
  const { id, slug } = await createTestConversation(database.db, { statements: 2 });
  const translation = { text: "第一則意見", locale: "zh-Hant", origin: "entered" } as const;
  const { text, locale } = translation;
  await enterTranslation(contextFor(database.db), {
    conversationId: id,
    statementId: 1,
    locale,
    text,
  });
  const api = `${server.url}/api/v1/conversations/${slug}`;
  const cast = await fetch(`${api}/votes`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({
      votes: [
        { statement: 0, value: 1 },
        { statement: 1, value: 1 },
      ],
    }),
  });
  const { participant } = await cast.json();
  const headers = { Authorization: `Participant ${participant.token}`, "Accept-Language": "zh-TW" };
  const { votes } = await (await fetch(`${api}/votes/mine`, { headers })).json();
  expect(votes[0]).toMatchObject({ statement: 1, text: "Statement 1", translation });
  expect(votes[1]).not.toHaveProperty("translation");
});

test("what is lacking is translated for the next reader", async () => {
  const translation = await startTranslationServer({});
  const libre = createLibreTranslate({ url: translation.url, apiKey: undefined });
  const translator = createTranslator({ db: database.db, server: libre });
  server.runtime.translator = translator;
  const { slug } = await createTestConversation(database.db, { statements: 1 });
  await expect
    .poll(() => request(slug, "next", "zh-TW"), { timeout: 10_000 })
    .toMatchObject([{ translation: { text: "zh-Hant: Statement 0", origin: "machine" } }]);
  await translator.close();
  await translation.close();
});
