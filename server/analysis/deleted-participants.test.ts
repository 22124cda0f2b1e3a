import { desc, eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { analyses } from "@/drizzle/schema/analysis";
import { unpackPrevious } from "@/lib/results/pack-previous";
import { markDue } from "@/server/db/queries/analysis-queue";
import { findLeaving } from "@/server/db/queries/deletion";
import { lockForDeletion, removeParticipant } from "@/server/services/participants/delete-own-data";
import { castVotesNow, type RawVote } from "@/server/testing/cast-raw-votes";
import { createTestConversation } from "@/server/testing/conversation";
import { createCountingPool } from "@/server/testing/counting-pool";
import { openTestDatabase } from "@/server/testing/database";
import { type AnalysisTools, analyseConversation } from "./analyse-conversation";
import { type ComputePool, createComputePool } from "./compute-pool";
import { createMemoryStore } from "./memory";

const database = openTestDatabase();
const pools: ComputePool[] = [];

afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.close()));
});

/** A worker that runs when it is told to, with a memory of its own. */
function createWorker(pool: ComputePool) {
  pools.push(pool);
  const { sql, url } = database;
  const memories = createMemoryStore(pool, 1_000_000_000);
  const tools: AnalysisTools = { sql, url, pool, memories, minIntervalMs: 0 };
  return async (conversationId: number) => {
    const lease = { conversationId, worker: "test" };
    await sql`
      update analysis_queue set leased_by = ${lease.worker} where conversation_id = ${conversationId}`;
    expect(await analyseConversation(tools, lease)).toMatchObject({ kind: "published" });
  };
}

async function leave(conversationId: number, participantId: number): Promise<void> {
  const { db } = database;
  const leaving = await db.transaction((tx) => findLeaving(tx, { conversationId, participantId }));
  await db.transaction(async (tx) => {
    await lockForDeletion(tx, conversationId);
    await removeParticipant(tx, leaving, "withdraw");
  });
}

async function listVersions(conversationId: number) {
  return database.db
    .select()
    .from(analyses)
    .where(eq(analyses.conversationId, conversationId))
    .orderBy(desc(analyses.version));
}

/** Everybody of whom some version still says where they stood. */
async function listPlaced(conversationId: number): Promise<number[]> {
  const kept = (await listVersions(conversationId)).flatMap(({ positions }) => positions ?? []);
  return [...new Set(kept.flatMap((packed) => [...unpackPrevious(packed).participants]))];
}

/** Two camps that disagree about every even statement. */
function voteInCamps(people: number, statements: number): RawVote[] {
  return Array.from({ length: people * statements }, (_, cell) => {
    const person = cell % people;
    const statement = Math.floor(cell / people);
    const isStray = (person * 7 + statement * 3) % 11 === 0;
    const agrees = statement % 2 === 1 || statement % 4 === 2 * (person % 2);
    return [person, statement, isStray ? 0 : agrees ? 1 : -1];
  });
}

test("a worker that holds the votes forgets those of the deleted, and where they stood", async () => {
  const run = createWorker(createCountingPool());
  const { id } = await createTestConversation(database.db, { statements: 3 });
  await castVotesNow(database.sql, id, [
    [0, 0, 1],
    [1, 0, -1],
    [1, 1, 1],
    [2, 2, 0],
  ]);
  await run(id);
  await leave(id, 1);
  await run(id);
  const [newest] = await listVersions(id);
  expect(newest!.core).toMatchObject({ votes: 2, participants: 2 });
  expect(await listPlaced(id)).toEqual([0, 2]);
});

test("another worker, whose memory is older than the deletion, forgets them too", async () => {
  const first = createWorker(createCountingPool());
  const second = createWorker(createCountingPool());
  const { id } = await createTestConversation(database.db, { statements: 3 });
  await castVotesNow(database.sql, id, [[0, 0, 1]]);
  await first(id);
  await castVotesNow(database.sql, id, [[1, 0, 1]]);
  await second(id);
  await leave(id, 0);
  await second(id);
  await castVotesNow(database.sql, id, [[2, 0, 1]]);
  await first(id);
  const [newest] = await listVersions(id);
  expect(newest!.core).toMatchObject({ votes: 2, participants: 2 });
  expect(await listPlaced(id)).toEqual([1, 2]);
});

test("an analysis that was under way at the deletion is followed by one without them", async () => {
  const { id } = await createTestConversation(database.db, { statements: 3 });
  let meanwhile = async () => {};
  const run = createWorker(createCountingPool(() => meanwhile()));
  await castVotesNow(database.sql, id, [
    [0, 0, 1],
    [1, 0, 1],
  ]);
  meanwhile = () => leave(id, 1);
  await run(id);
  expect((await listVersions(id))[0]!.core.participants).toBe(2);
  meanwhile = async () => {};
  await run(id);
  expect((await listVersions(id))[0]!.core.participants).toBe(1);
  expect(await listPlaced(id)).toEqual([0]);
});

test("an approximate analysis leaves no position of theirs in the last complete one", async () => {
  const run = createWorker(createCountingPool(undefined, { completeMs: 60_000 }));
  const { id } = await createTestConversation(database.db, { statements: 3 });
  await castVotesNow(database.sql, id, [
    [0, 0, 1],
    [1, 0, 1],
  ]);
  await run(id);
  await leave(id, 1);
  await run(id);
  const [newest] = await listVersions(id);
  expect(newest).toMatchObject({ isApproximate: true });
  expect(await listPlaced(id)).toEqual([0]);
});

test("after a deletion the incremental analysis equals one that is computed anew", async () => {
  const pool = createComputePool(1);
  const running = createWorker(pool);
  const { id } = await createTestConversation(database.db, { statements: 8 });
  await castVotesNow(database.sql, id, voteInCamps(24, 8));
  await running(id);
  await leave(id, 7);
  await running(id);
  await castVotesNow(database.sql, id, [
    [3, 0, null],
    [24, 1, 1],
  ]);
  await running(id);
  if ((await listVersions(id))[0]!.isApproximate) await running(id);
  await markDue(database.db, id, { moderation: true });
  await createWorker(pool)(id);
  const [anew, incremental] = await listVersions(id);
  expect(anew!.core.groups.length).toBeGreaterThan(1);
  expect(anew!.core).toEqual(incremental!.core);
  const never = await createTestConversation(database.db, { statements: 8 });
  const others = voteInCamps(24, 8).filter(([person]) => person !== 7);
  await castVotesNow(database.sql, never.id, [...others, [3, 0, null], [24, 1, 1]]);
  await createWorker(pool)(never.id);
  expect((await listVersions(never.id))[0]!.core).toEqual(anew!.core);
});
