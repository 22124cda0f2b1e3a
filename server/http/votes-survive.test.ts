import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type DatabaseClient, openDatabase } from "@/server/db/client";
import { type EmbeddedServer, startEmbeddedServer } from "@/server/db/embedded/server";
import { migrateDatabase } from "@/server/db/migrate";
import { createTestConversation } from "@/server/testing/conversation";
import { startTestServer } from "@/server/testing/http-server";

const CLIENTS = 8;
const STATEMENTS = 40;

let dataDir: string;
let postgres: EmbeddedServer;
let database: DatabaseClient & { url: string };
let server: Awaited<ReturnType<typeof startTestServer>>;

// A server of its own, with fsync: the other tests share one that trades durability for speed.
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "plenum-survive-"));
  postgres = await startEmbeddedServer(dataDir);
  await migrateDatabase(postgres.url);
  database = Object.assign(openDatabase(postgres.url), { url: postgres.url });
  server = await startTestServer(database);
});

afterAll(async () => {
  await server.close();
  await database.close();
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
});

/** One person voting on everything in turn, sending the same again until it is acknowledged. */
async function voteOnAll(slug: string, onAnswer: (status: number) => void) {
  const headers: Record<string, string> = {
    "Content-Type": "application/json",
    "Idempotency-Key": randomBytes(16).toString("hex"),
  };
  const acknowledged: { participant: number; statement: number; value: number }[] = [];
  for (let statement = 0; statement < STATEMENTS; ) {
    const value = (statement % 3) - 1;
    const response = await fetch(`${server.url}/api/v1/conversations/${slug}/votes?count=1`, {
      method: "POST",
      headers,
      body: JSON.stringify({ votes: [{ statement, value }] }),
    });
    const answer = await response.json();
    onAnswer(response.status);
    if (response.status !== 200) {
      await untilDatabaseAnswers();
      continue;
    }
    headers.Authorization = `Participant ${answer.participant.token}`;
    acknowledged.push({ participant: answer.participant.id, statement, value });
    statement += 1;
  }
  return acknowledged;
}

async function untilDatabaseAnswers(): Promise<void> {
  const isThere = () =>
    database.sql`select 1`.then(
      () => true,
      () => false, // still recovering
    );
  while (!(await isThere()));
}

async function killBackend(signal: "SIGKILL" | "SIGSTOP" | "SIGCONT", pid?: number) {
  const [row] = pid
    ? [{ pid }]
    : await database.sql<{ pid: number }[]>`
        select pid from pg_stat_activity where application_name = 'plenum votes'
        order by query_start desc nulls last limit 1`;
  process.kill(row!.pid, signal);
  return row!.pid;
}

test("no acknowledged vote is missing and none is doubled when the database crashes", async () => {
  const { id, slug } = await createTestConversation(database.db, { statements: STATEMENTS });
  const statuses = new Map<number, number>();
  let answers = 0;
  const crashes: Promise<unknown>[] = [];
  const clients = Array.from({ length: CLIENTS }, () =>
    voteOnAll(slug, (status) => {
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (status === 200) answers += 1;
      // Killing one backend makes PostgreSQL throw out all of them and recover from its log.
      if (status === 200 && answers % 100 === 0) crashes.push(killBackend("SIGKILL"));
    }),
  );
  const acknowledged = (await Promise.all(clients)).flat();
  await Promise.allSettled(crashes);

  expect([...statuses.keys()].sort()).toEqual([200, 503]);
  const stored = await database.sql<{ participant: number; statement: number; value: number }[]>`
    select participant_id as participant, statement_id as statement, value from votes
    where conversation_id = ${id} order by participant_id, statement_id`;
  acknowledged.sort((a, b) => a.participant - b.participant || a.statement - b.statement);
  expect([...stored]).toEqual(acknowledged);
  const [seqs] = await database.sql`
    select count(*)::int as votes, max(vote_seq) as last from votes where conversation_id = ${id}`;
  expect(seqs).toEqual({ votes: CLIENTS * STATEMENTS, last: CLIENTS * STATEMENTS });
}, 120_000);

test("a database that hangs is answered with 503, and votes are taken again when it wakes", async () => {
  const { slug } = await createTestConversation(database.db, { statements: 1 });
  const post = () =>
    fetch(`${server.url}/api/v1/conversations/${slug}/votes`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "Idempotency-Key": "k".repeat(32) },
      body: JSON.stringify({ votes: [{ statement: 0, value: 1 }] }),
    });
  await post();
  const frozen = await Promise.all(
    (
      await database.sql<{ pid: number }[]>`
        select pid from pg_stat_activity where application_name = 'plenum votes'`
    ).map(({ pid }) => killBackend("SIGSTOP", pid)),
  );
  const refused = await post();
  expect(refused.status).toBe(503);
  expect(refused.headers.get("retry-after")).toBe("2");
  expect((await refused.json()).error.reason).toBe("database-unavailable");
  for (const pid of frozen) process.kill(pid, "SIGCONT");
  expect((await post()).status).toBe(200);
});
