import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { statements } from "@/drizzle/schema/statement";
import { foldText } from "@/lib/statements/fold-text";
import { bigramsOf } from "@/lib/statements/grams";
import { createTestConversation } from "@/server/testing/conversation";
import { openTestDatabase } from "@/server/testing/database";
import { openTestServer } from "@/server/testing/http-server";
import { paraphrases } from "@/server/testing/paraphrases";
import { createParticipantClient } from "@/server/testing/participant-client";
import { referenceDir } from "@/server/testing/reference";

const database = openTestDatabase();
const server = openTestServer(database);
const shared = referenceDir();

async function openConversation(
  texts: readonly string[],
  settings?: { moderation: "lenient" | "strict" },
) {
  const { id, slug } = await createTestConversation(database.db, { settings });
  const rows = texts.map((text, place) => ({
    conversationId: id,
    id: place,
    text,
    moderation: "accepted" as const,
  }));
  if (rows.length > 0) await database.db.insert(statements).values(rows);
  await database.sql`update analysis_queue set next_statement_id = ${texts.length}
    where conversation_id = ${id}`;
  const client = createParticipantClient(server.url, slug);
  const search = async (text: string, token?: string) =>
    (await client.post("statements/similar", { text }, token)).body.similar;
  return { id, client, search };
}

const samples = [
  "Don’t  Stop— ÉCOLE Straße ŁÓDŹ Ελλάς МОСКВА Ёж İstanbul ½ ﬁn",
  "夜間公車，班次！ＡＢＣ １２３ 々 が ｶﾞ 한국어",
  "مُحَمَّد، كتابي؟ يد ـــ שָׁלוֹם־עולם",
  "हिन्दी में। क्या? தமிழ் ภาษาไทย 🚌🚲 !!!",
  "",
  "…",
  "x",
];

test("the database cuts texts into the same bigrams as everything else does", async () => {
  for (const text of samples) {
    const [row] = await database.sql<{ bigrams: string[] }[]>`
      select statement_bigrams(12, ${text}) as bigrams`;
    const bigrams = row!.bigrams.map((bigram) => bigram.slice("12:".length));
    expect(bigrams.sort()).toEqual(bigramsOf(foldText(text)).sort());
  }
});

describe.skipIf(shared === null)("among 200 statements", () => {
  const backgrounds = {
    en: "american-assembly.bowling-green",
    "zh-Hant": "vtaiwan.uberx",
  };
  test.each([
    ["en", "chosenBy"],
    ["en", "heldOut"],
    ["zh-Hant", "chosenBy"],
    ["zh-Hant", "heldOut"],
  ] as const)("%s: nine of ten paraphrases are in the first three (%s)", async (language, set) => {
    const file = join(shared!, "data/polis", backgrounds[language], "comments.csv");
    const rows: Record<string, string>[] = parse(readFileSync(file), {
      columns: true,
      relax_quotes: true,
    });
    const others = rows.map((row) => row["comment-body"]!.trim());
    const pairs = paraphrases[language][set];
    const texts = [...new Set<string>([...pairs.map(([written]) => written), ...others])];
    const { search } = await openConversation(texts.slice(0, 200));
    const missed: string[] = [];
    for (const [written, typed] of pairs) {
      const similar: { text: string }[] = await search(typed);
      expect(similar.length).toBeLessThanOrEqual(3);
      if (!similar.some(({ text }) => text === written)) missed.push(typed);
    }
    expect(missed.slice(1)).toEqual([]);
  });
});

test("a statement is told with the own vote on it, and only while it is up for a vote", async () => {
  const { id, client, search } = await openConversation([
    "Night buses should run every hour.",
    "The library needs a new roof.",
  ]);
  const { token } = (
    await client.post("votes", { votes: [{ statement: 0, value: -1, important: true }] })
  ).body.participant;
  const typed = "Buses should run at night";
  expect(await search(typed)).toMatchObject([{ id: 0, isSeed: false, vote: null }]);
  expect(await search(typed, token)).toMatchObject([
    { id: 0, text: "Night buses should run every hour.", vote: { value: -1, important: true } },
  ]);
  await database.sql`update statements set moderation = 'rejected' where conversation_id = ${id}`;
  await database.sql`update analysis_queue set moderation_seq = moderation_seq + 1
    where conversation_id = ${id}`;
  await expect.poll(() => search(typed, token), { timeout: 5_000 }).toEqual([]);
});

test("what waits for the moderators is not told to others", async () => {
  const { client, search } = await openConversation([], { moderation: "strict" });
  await client.post("statements", { text: "Night buses should run every hour." });
  expect(await search("Night buses should run every hour.")).toEqual([]);
});

test("one statement is found by its words among thousands, in its own conversation alone", async () => {
  const many = Array.from({ length: 1_000 }, (_, n) => `Statement ${n} about something else`);
  const { search } = await openConversation([
    ...many,
    "Fledermäuse brauchen dunkle Brücken.",
    "公園裡的路燈太亮了。",
  ]);
  await openConversation(["Fledermäuse brauchen Schutz."]);
  const texts = async (typed: string) =>
    (await search(typed)).map(({ text }: { text: string }) => text);
  expect(await texts("Brücken für FLEDERMAUSE!")).toEqual(["Fledermäuse brauchen dunkle Brücken."]);
  expect(await texts("路燈太亮")).toEqual(["公園裡的路燈太亮了。"]);
  expect(await texts("…")).toEqual([]);
});

test("searching is limited for a person", async () => {
  const { client } = await openConversation(["Night buses should run every hour."]);
  const voted = await client.post("votes", { votes: [{ statement: 0, value: 1 }] });
  const statuses = new Set<number>();
  for (let n = 0; n < 70; n++) {
    statuses.add(
      (await client.post("statements/similar", { text: "bus" }, voted.body.participant.token))
        .status,
    );
  }
  expect(statuses).toEqual(new Set([200, 429]));
});
