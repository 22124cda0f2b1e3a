import { setTimeout as sleep } from "node:timers/promises";
import { and, eq } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { analyses, analysisQueue } from "@/drizzle/schema/analysis";
import { participants } from "@/drizzle/schema/conversation";
import { statements } from "@/drizzle/schema/statement";
import { unpackPrevious } from "@/lib/results/pack-previous";
import { claimDue } from "@/server/db/queries/analysis-lease";
import { markDue } from "@/server/db/queries/analysis-queue";
import { findExportedAnalysis } from "@/server/db/queries/export";
import { publishAnalysis } from "@/server/db/queries/publish-analysis";
import { castRawVotes, castVotesNow, type RawVote } from "@/server/testing/cast-raw-votes";
import { createTestConversation } from "@/server/testing/conversation";
import { createCountingPool } from "@/server/testing/counting-pool";
import { openTestDatabase } from "@/server/testing/database";
import { createDeferred } from "@/server/testing/deferred";
import { runAnalysisWorker, type WorkerOptions } from "./run-worker";

const database = openTestDatabase();
const started: { controller: AbortController; done: Promise<void> }[] = [];

function startWorker(options: Partial<WorkerOptions> = {}): () => Promise<void> {
  const controller = new AbortController();
  const done = runAnalysisWorker({
    databaseUrl: database.url,
    directUrl: database.url,
    signal: controller.signal,
    pollMs: 50,
    minIntervalMs: 30,
    pool: createCountingPool(),
    ...options,
  });
  const worker = { controller, done };
  started.push(worker);
  return async () => {
    controller.abort();
    await done;
  };
}

afterEach(async () => {
  for (const { controller } of started) controller.abort();
  await Promise.all(started.splice(0).map(({ done }) => done));
});

async function listAnalyses(conversationId: number) {
  return database.db
    .select()
    .from(analyses)
    .where(eq(analyses.conversationId, conversationId))
    .orderBy(analyses.version);
}

/** Votes that the analysis of an export has seen. */
async function countExported(conversationId: number) {
  return database.sql.begin(async (tx) => {
    const found = await findExportedAnalysis(tx, conversationId);
    return found && unpackPrevious(found.positions!).participants.length;
  });
}

async function newest(conversationId: number) {
  return (await listAnalyses(conversationId)).at(-1);
}

async function queueRow(conversationId: number) {
  const [row] = await database.db
    .select()
    .from(analysisQueue)
    .where(eq(analysisQueue.conversationId, conversationId));
  return row!;
}

async function waitUntilSettled(conversationId: number): Promise<void> {
  await expect
    .poll(async () => (await queueRow(conversationId)).dueAt, { timeout: 10_000, interval: 20 })
    .toBeNull();
}

test("the last vote is always seen, however fast they come", async () => {
  startWorker();
  const { id } = await createTestConversation(database.db, { statements: 10 });
  for (let participant = 0; participant < 150; participant += 1) {
    await castVotesNow(database.sql, id, [[participant, participant % 10, 1]]);
  }
  await waitUntilSettled(id);
  const last = await newest(id);
  expect(last?.voteSeq).toBe(150);
  expect(last?.core).toMatchObject({ votes: 150, participants: 150 });
  expect((await listAnalyses(id)).length).toBeGreaterThan(1);
});

test("changed and withdrawn votes are counted as they stand, also after a restart", async () => {
  const { id } = await createTestConversation(database.db, { statements: 3 });
  const stop = startWorker();
  await castVotesNow(database.sql, id, [
    [0, 0, 1],
    [0, 1, -1],
    [1, 2, 0],
  ]);
  await waitUntilSettled(id);
  await castVotesNow(database.sql, id, [
    [0, 0, -1],
    [1, 2, null],
  ]);
  await waitUntilSettled(id);
  expect((await newest(id))?.core).toMatchObject({ votes: 2, participants: 1 });
  await stop();
  startWorker();
  await castVotesNow(database.sql, id, [[2, 2, 1]]);
  await waitUntilSettled(id);
  expect((await newest(id))?.core).toMatchObject({ votes: 3, participants: 2 });
});

test("a transaction that commits late misses no vote, and an unrelated one stalls none", async () => {
  startWorker();
  const { id } = await createTestConversation(database.db, { statements: 3 });
  const other = await createTestConversation(database.db, { statements: 3 });
  const unrelated = await database.sql.reserve();
  await unrelated`begin isolation level repeatable read`;
  await unrelated`insert into instance_facts values ('unrelated', 'open')`;
  const release = createDeferred();
  const wrote = createDeferred();
  const late = database.sql.begin(async (tx) => {
    await castRawVotes(tx, id, [[0, 0, 1]]);
    wrote.resolve();
    await release.promise;
  });
  await wrote.promise;
  // Its first vote waits behind the open transaction, and is numbered after it.
  const waiting = castVotesNow(database.sql, id, [[1, 1, 1]]);
  await castVotesNow(database.sql, other.id, [[0, 0, 1]]);
  await waitUntilSettled(other.id);
  expect((await newest(other.id))?.voteSeq).toBe(1);
  expect(await newest(id)).toBeUndefined();
  release.resolve();
  await Promise.all([late, waiting]);
  await waitUntilSettled(id);
  expect((await newest(id))?.core).toMatchObject({ votes: 2, participants: 2 });
  await unrelated`rollback`;
  unrelated.release();
});

test("a row that stays locked keeps no other conversation waiting", async () => {
  const locked = await createTestConversation(database.db, { statements: 1 });
  const free = await createTestConversation(database.db, { statements: 1 });
  await castVotesNow(database.sql, locked.id, [[0, 0, 1]]);
  const holder = await database.sql.reserve();
  await holder`begin`;
  await holder`select from analysis_queue where conversation_id = ${locked.id} for update`;
  startWorker();
  await castVotesNow(database.sql, free.id, [[0, 0, 1]]);
  await waitUntilSettled(free.id);
  expect(await newest(locked.id)).toBeUndefined();
  await holder`rollback`;
  holder.release();
  await waitUntilSettled(locked.id);
  expect((await newest(locked.id))?.voteSeq).toBe(1);
});

test("votes that arrive while an analysis runs lead to another", async () => {
  const began = createDeferred();
  const release = createDeferred();
  startWorker({
    pool: createCountingPool(async () => {
      began.resolve();
      await release.promise;
    }),
  });
  const { id } = await createTestConversation(database.db, { statements: 3 });
  await castVotesNow(database.sql, id, [[0, 0, 1]]);
  await began.promise;
  await castVotesNow(database.sql, id, [[1, 0, 1]]);
  release.resolve();
  await waitUntilSettled(id);
  const found = await listAnalyses(id);
  expect(found.map(({ version, voteSeq }) => [version, voteSeq])).toEqual([
    [1, 1],
    [2, 2],
  ]);
});

test("three workers share the work, one version after another", async () => {
  for (let count = 0; count < 3; count += 1) startWorker({ minIntervalMs: 1 });
  const conversations = await Promise.all(
    Array.from({ length: 4 }, () => createTestConversation(database.db, { statements: 5 })),
  );
  await Promise.all(
    conversations.map(async ({ id }) => {
      for (let participant = 0; participant < 40; participant += 1) {
        await castVotesNow(database.sql, id, [[participant, participant % 5, 1]]);
      }
    }),
  );
  for (const { id } of conversations) {
    await waitUntilSettled(id);
    const found = await listAnalyses(id);
    expect(found.at(-1)?.core.votes).toBe(40);
    const seen = found.map(({ voteSeq }) => voteSeq);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(found.at(-1)?.version).toBeLessThanOrEqual(40);
  }
});

test("a worker that died mid-run loses its lease, and cannot publish when it comes back", async () => {
  const { id } = await createTestConversation(database.db, { statements: 3 });
  await castVotesNow(database.sql, id, [[0, 0, 1]]);
  const dead = await claimDue(database.sql, { worker: "dead", leaseMs: 1500 });
  expect(dead?.conversationId).toBe(id);
  expect(await claimDue(database.sql, { worker: "early", leaseMs: 1500 })).toBeNull();
  startWorker();
  await waitUntilSettled(id);
  const only = await newest(id);
  const revived = await publishAnalysis(
    database.sql,
    dead!,
    {
      version: 2,
      watermark: { voteSeq: 1, moderationSeq: 0 },
      core: only!.core,
      frame: only!.frame,
      positions: Buffer.alloc(0),
      clusterVotes: null,
      isAfterDeletion: false,
    },
    { pauseMs: 0, quietMs: null },
  );
  expect(revived).toBe(false);
  expect((await listAnalyses(id)).map(({ version }) => version)).toEqual([1]);
});

test("a long run keeps its lease", async () => {
  const began = createDeferred();
  const release = createDeferred();
  let runs = 0;
  const pool = createCountingPool(async () => {
    runs += 1;
    began.resolve();
    await release.promise;
  });
  startWorker({ leaseMs: 900, pool });
  startWorker({ leaseMs: 900, pool });
  const { id } = await createTestConversation(database.db, { statements: 3 });
  await castVotesNow(database.sql, id, [[0, 0, 1]]);
  await began.promise;
  const holder = (await queueRow(id)).leasedBy;
  await sleep(2000); // two leases long: what is tested is that nothing happens in it
  expect((await queueRow(id)).leasedBy).toBe(holder);
  expect(runs).toBe(1);
  release.resolve();
  await waitUntilSettled(id);
  expect((await listAnalyses(id)).map(({ version }) => version)).toEqual([1]);
});

test("a worker that is told to stop gives back what it holds", async () => {
  const began = createDeferred();
  const stopped = createDeferred();
  const pool = createCountingPool(async () => {
    began.resolve();
    await stopped.promise;
    throw new Error("The thread ended before it answered.");
  });
  const stop = startWorker({ pool: { ...pool, close: async () => stopped.resolve() } });
  const { id } = await createTestConversation(database.db, { statements: 3 });
  await castVotesNow(database.sql, id, [[0, 0, 1]]);
  await began.promise;
  await stop();
  expect(await queueRow(id)).toMatchObject({ leasedBy: null, dueAt: expect.any(Date) });
  startWorker();
  await waitUntilSettled(id);
  expect((await newest(id))?.voteSeq).toBe(1);
});

test("without NOTIFY polling is enough", async () => {
  startWorker({ directUrl: "postgres://nobody@127.0.0.1:1/none" });
  const { id } = await createTestConversation(database.db, { statements: 3 });
  await castVotesNow(database.sql, id, [[0, 0, 1]]);
  await waitUntilSettled(id);
  expect((await newest(id))?.voteSeq).toBe(1);
});

test("moderation alone leads to a new analysis; a run with nothing new changes nothing", async () => {
  startWorker();
  const { id } = await createTestConversation(database.db, { statements: 2 });
  await castVotesNow(database.sql, id, [[0, 0, 1]]);
  await waitUntilSettled(id);
  await database.db.transaction(async (tx) => {
    await markDue(tx, id, { moderation: true });
    await tx
      .update(statements)
      .set({ moderation: "rejected" })
      .where(and(eq(statements.conversationId, id), eq(statements.id, 0)));
  });
  await waitUntilSettled(id);
  expect((await newest(id))?.core.moderatedOut).toEqual([0]);
  const before = await listAnalyses(id);
  await markDue(database.db, id);
  await waitUntilSettled(id);
  expect(await listAnalyses(id)).toEqual(before);
});

test("excluded participants are left out until they are let in again", async () => {
  startWorker();
  const { id } = await createTestConversation(database.db, { statements: 2 });
  const setExcluded = (excludedAt: Date | null) =>
    database.db.transaction(async (tx) => {
      await markDue(tx, id, { moderation: true });
      await tx
        .update(participants)
        .set({ excludedAt })
        .where(and(eq(participants.conversationId, id), eq(participants.id, 1)));
    });
  const votes: RawVote[] = [
    [0, 0, 1],
    [1, 0, -1],
    [1, 1, 1],
  ];
  await castVotesNow(database.sql, id, votes);
  await waitUntilSettled(id);
  await setExcluded(new Date());
  await waitUntilSettled(id);
  expect((await newest(id))?.core).toMatchObject({ participants: 1, votes: 1 });
  await castVotesNow(database.sql, id, [[1, 0, 1]]);
  await waitUntilSettled(id);
  expect((await newest(id))?.core).toMatchObject({ participants: 1, votes: 1 });
  await setExcluded(null);
  await waitUntilSettled(id);
  expect((await newest(id))?.core).toMatchObject({ participants: 2, votes: 3 });
});

test("an error in one conversation is tried again and never stops the others", async () => {
  const broken = await createTestConversation(database.db, { statements: 7 });
  const healthy = await createTestConversation(database.db, { statements: 2 });
  let failures = 0;
  startWorker({
    concurrency: 1,
    pool: createCountingPool(async ({ statements: known }) => {
      if (known.length !== 7) return;
      failures += 1;
      if (failures === 1) throw new Error("Thrown by the test, to see it logged and tried again.");
    }),
  });
  await castVotesNow(database.sql, broken.id, [[0, 0, 1]]);
  await castVotesNow(database.sql, healthy.id, [[0, 0, 1]]);
  await waitUntilSettled(healthy.id);
  await waitUntilSettled(broken.id);
  expect(failures).toBe(2);
  expect((await newest(broken.id))?.core.votes).toBe(1);
});

test("only the newest version says where participants stand, and never in the public part", async () => {
  startWorker();
  const { id } = await createTestConversation(database.db, { statements: 2 });
  await castVotesNow(database.sql, id, [[0, 0, 1]]);
  await waitUntilSettled(id);
  await castVotesNow(database.sql, id, [[1, 0, 1]]);
  await waitUntilSettled(id);
  const [first, second] = await listAnalyses(id);
  expect(first?.positions).toBeNull();
  expect(unpackPrevious(second!.positions!).participants).toHaveLength(2);
  expect(second?.core).not.toHaveProperty("positions");
  expect(second?.core).not.toHaveProperty("membership");
  expect(second?.core.baseClusters).toEqual([{ id: 0, center: [0, 0], group: null, count: 2 }]);
});

test("while votes come certainty is taken over; a conversation that falls quiet is completed", async () => {
  startWorker({ pool: createCountingPool(undefined, { completeMs: 300 }) });
  const { id } = await createTestConversation(database.db, { statements: 2 });
  for (const participant of [0, 1, 2]) {
    await castVotesNow(database.sql, id, [[participant, 0, 1]]);
    // Long before the quiet time of 3 s is over: the next vote does not wait for it.
    await expect
      .poll(async () => (await newest(id))?.voteSeq, { timeout: 2500, interval: 10 })
      .toBe(participant + 1);
  }
  expect(await countExported(id)).toBe(1);
  await waitUntilSettled(id);
  const found = await listAnalyses(id);
  expect(found.map((row) => [row.voteSeq, row.isApproximate, row.core.approximate])).toEqual([
    [1, false, false],
    [2, true, true],
    [3, true, true],
    [3, false, false],
  ]);
});

test("a worker that finds an approximate version completes it, from what it knew", async () => {
  const stop = startWorker({ pool: createCountingPool(undefined, { completeMs: 300 }) });
  const { id } = await createTestConversation(database.db, { statements: 2 });
  for (const participant of [0, 1]) {
    await castVotesNow(database.sql, id, [[participant, 0, 1]]);
    await expect.poll(async () => (await newest(id))?.voteSeq).toBe(participant + 1);
  }
  await stop();
  const kept = await listAnalyses(id);
  expect(kept.map((row) => [row.isApproximate, row.positions !== null])).toEqual([
    [false, true],
    [true, true],
  ]);
  startWorker();
  await waitUntilSettled(id);
  const found = await listAnalyses(id);
  expect(found.map((row) => [row.voteSeq, row.isApproximate, row.positions !== null])).toEqual([
    [1, false, false],
    [2, true, false],
    [2, false, true],
  ]);
});

test("certainty is taken over also where the votes must be read again", async () => {
  const pool = createCountingPool(undefined, { completeMs: 300 });
  startWorker({ pool: { ...pool, holds: () => false } });
  const { id } = await createTestConversation(database.db, { statements: 2 });
  for (const participant of [0, 1, 2]) {
    await castVotesNow(database.sql, id, [[participant, 0, 1]]);
    await expect.poll(async () => (await newest(id))?.voteSeq).toBe(participant + 1);
  }
  const found = await listAnalyses(id);
  expect(found.map(({ voteSeq, isApproximate }) => [voteSeq, isApproximate])).toEqual([
    [1, false],
    [2, true],
    [3, true],
  ]);
});

test("a run that stood in line for a thread is not followed by a rest as long", async () => {
  let runs = 0;
  const inLineMs = 3000;
  const pool = createCountingPool(async () => {
    runs += 1;
    if (runs === 1) await sleep(inLineMs);
  });
  startWorker({ pool });
  const { id } = await createTestConversation(database.db, { statements: 1 });
  await castVotesNow(database.sql, id, [[0, 0, 1]]);
  await expect.poll(async () => await newest(id), { timeout: 10_000, interval: 20 }).toBeDefined();
  const published = (await newest(id))!;
  const { leasedUntil } = await queueRow(id);
  expect(leasedUntil!.getTime() - published.createdAt.getTime()).toBeLessThan(inLineMs / 2);
});

test("a conversation that was forgotten is read again", async () => {
  startWorker({ maxBytesInMemory: 1 });
  const conversations = await Promise.all(
    [0, 1, 2].map(() => createTestConversation(database.db, { statements: 2 })),
  );
  for (let participant = 0; participant < 3; participant += 1) {
    for (const { id } of conversations) {
      await castVotesNow(database.sql, id, [[participant, 0, 1]]);
      await waitUntilSettled(id);
      expect((await newest(id))?.core.votes).toBe(participant + 1);
    }
  }
});
