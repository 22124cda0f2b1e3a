import { expect, test } from "vitest";
import { History } from "@/lib/schemas/history";
import { runAnalysisWorker } from "@/server/analysis/run-worker";
import { findLeaving } from "@/server/db/queries/deletion";
import { lockForDeletion, removeParticipant } from "@/server/services/participants/delete-own-data";
import { analyseAllDue } from "@/server/testing/await-analysis";
import { castVotesNow } from "@/server/testing/cast-raw-votes";
import { createTestConversation } from "@/server/testing/conversation";
import { openTestDatabase } from "@/server/testing/database";
import { openTestServer } from "@/server/testing/http-server";

const database = openTestDatabase();
const server = openTestServer(database);

const ask = (slug: string, version: number | string = "latest", headers = {}) =>
  fetch(`${server.url}/api/v1/conversations/${slug}/history/${version}`, { headers });

const reasonOf = async (response: Response) => (await response.json()).error.reason;

/** Twelve people who agree with even and disagree with odd statements, twelve who do the reverse. */
async function voteInCamps(conversationId: number): Promise<void> {
  for (let person = 0; person < 24; person++) {
    const side = person < 12 ? 0 : 1;
    const opinions = [0, 1, 2, 3, 4, 5, 6, 7].filter((statement) => (person + statement) % 9 !== 0);
    await castVotesNow(
      database.sql,
      conversationId,
      opinions.map((statement) => [person, statement, statement % 2 === side ? 1 : -1]),
    );
  }
}

async function createAnalysed(settings = {}) {
  const conversation = await createTestConversation(database.db, { statements: 8, settings });
  await voteInCamps(conversation.id);
  await analyseAllDue(database);
  return conversation;
}

/** Runs workers until every history that was asked for is there. */
async function makeAll(workers = 1): Promise<void> {
  const controller = new AbortController();
  const { url } = database;
  const options = { databaseUrl: url, directUrl: url, signal: controller.signal, pollMs: 20 };
  const running = Array.from({ length: workers }, () => runAnalysisWorker(options));
  try {
    await expect.poll(countWaiting, { timeout: 60_000, interval: 20 }).toBe(0);
  } finally {
    controller.abort();
    await Promise.all(running);
  }
}

async function countWaiting(): Promise<number> {
  const rows = await database.sql`
    select 1 from conversation_histories where requested_at is not null`;
  return rows.length;
}

test("is made when it is asked for, once for all who ask, and ends with the present analysis", async () => {
  const { slug } = await createAnalysed();
  expect(await reasonOf(await ask(slug, 1))).toBe("history-not-kept");
  const first = await Promise.all([ask(slug), ask(slug), ask(slug)]);
  expect(first.map(({ status }) => status)).toEqual([202, 202, 202]);
  expect(await first[0]!.json()).toEqual({ done: 0 });
  expect(await countWaiting()).toBe(1);
  await makeAll(2);
  const response = await ask(slug);
  expect([response.status, response.headers.get("cache-control")]).toEqual([200, "no-cache"]);
  const { version, steps } = History.parse(await response.json());
  const present = await fetch(`${server.url}/api/v1/conversations/${slug}/analyses/latest`);
  const { votes, participants, clustered, ...analysis } = await present.json();
  expect(version).toBe(analysis.version);
  expect(steps.at(-1)).toMatchObject({ votes, participants, onMap: clustered });
  expect(steps.at(-1)!.groups.map(({ letter }) => letter)).toEqual(
    analysis.groups.map(({ letter }: { letter: string }) => letter).sort(),
  );
  expect(steps).toHaveLength(60);
  const counts = steps.map((step) => step.votes);
  expect(counts).toEqual([...counts].sort((a, b) => a - b));
});

test("an address with its version never changes, is compressed once, and is gone with its history", async () => {
  const { id, slug } = await createAnalysed();
  await ask(slug);
  await makeAll();
  const { version, steps } = await (await ask(slug)).json();
  const response = await ask(slug, version);
  expect(response.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  expect(response.headers.get("content-encoding")).toBe("gzip");
  expect(await response.json()).toEqual({ version, steps });
  const plain = await ask(slug, version, { "Accept-Encoding": "identity" });
  expect(plain.headers.get("content-encoding")).toBeNull();
  expect(await plain.json()).toEqual({ version, steps });
  expect((await ask(slug, version + 9)).status).toBe(404);
  await castVotesNow(database.sql, id, [[30, 0, 1]]);
  await analyseAllDue(database);
  await database.sql`update conversation_histories set made_at = now() - interval '1 day'`;
  expect(await countWaiting()).toBe(0);
  expect((await (await ask(slug)).json()).version).toBe(version);
  expect(await countWaiting()).toBe(1);
  await makeAll();
  expect((await (await ask(slug)).json()).version).toBeGreaterThan(version);
  expect((await ask(slug, version)).status).toBe(410);
});

test("somebody who has everything of theirs deleted takes the history with them", async () => {
  const { id, slug } = await createAnalysed();
  await ask(slug);
  await makeAll();
  const before = History.parse(await (await ask(slug)).json());
  const leaving = await database.db.transaction((tx) =>
    findLeaving(tx, { conversationId: id, participantId: 3 }),
  );
  await database.db.transaction(async (tx) => {
    await lockForDeletion(tx, id);
    await removeParticipant(tx, leaving, "withdraw");
  });
  expect((await ask(slug)).status).toBe(202);
  // No analysis without them is there yet.
  await database.sql`update analysis_queue set due_at = null where conversation_id = ${id}`;
  await makeAll();
  const after = History.parse(await (await ask(slug)).json());
  expect(after.steps.at(-1)!.participants).toBe(before.steps.at(-1)!.participants - 1);
});

test("is told to those who may see results, and to no cache when not all may", async () => {
  const { slug } = await createAnalysed({ resultsVisibility: "organisers" });
  const response = await ask(slug);
  expect([response.status, await reasonOf(response)]).toEqual([403, "results-not-disclosed"]);
  expect(await countWaiting()).toBe(0);
});

test("before the first analysis there is nothing to tell", async () => {
  const { slug } = await createTestConversation(database.db, { statements: 1 });
  const response = await ask(slug);
  expect([response.status, await reasonOf(response)]).toEqual([404, "history-not-found"]);
});
