import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase, type Sql } from "@/server/db/client";
import { startEmbeddedServer } from "@/server/db/embedded/server";
import { migrateDatabase } from "@/server/db/migrate";
import { createTestConversation } from "@/server/testing/conversation";
import type { VoteReading } from "./load-votes";

const PARTICIPANTS = Number(process.env.BENCH_PARTICIPANTS ?? 100_000);
const VOTES_EACH = 50;
const STATEMENTS = 1000;
const REPEATS = 3;

/**
 * Votes a second from the database to the store that analyses are computed from: the median of 3
 * processes, each of which loads a conversation once, and the most memory one of them took.
 */
export async function run(print: (line: object) => void): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "plenum-bench-load-"));
  const server = await startEmbeddedServer(join(folder, "database"));
  await migrateDatabase(server.url);
  const database = openDatabase(server.url);
  try {
    const { id } = await createTestConversation(database.db, { statements: STATEMENTS });
    await castVotes(database.sql, id);
    const readings: VoteReading[] = [];
    for (let i = 0; i < REPEATS; i++) readings.push(await loadOnce(server.url, id));
    print(summarise(readings));
  } finally {
    await database.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** In the order in which people come and vote; each sees other statements, in another order. */
async function castVotes(sql: Sql, conversationId: number): Promise<void> {
  await sql`
    insert into current_votes
      (conversation_id, participant_id, statement_id, value, vote_seq)
    select ${conversationId}, p, (p % 1000 * 919 + i * 20 + p % 1000 * i % 20) % ${STATEMENTS},
      (p % 3 * 31 + i * 17) % 3 - 1, p * ${VOTES_EACH} + i
    from generate_series(0, ${PARTICIPANTS - 1}) p, generate_series(0, ${VOTES_EACH - 1}) i`;
  await sql`vacuum analyze current_votes`;
}

async function loadOnce(url: string, conversationId: number): Promise<VoteReading> {
  const child = fork(new URL("./load-votes.ts", import.meta.url), {
    execArgv: ["--import", "tsx"],
  });
  child.send({ url, conversationId });
  const [reading] = await once(child, "message");
  return reading as VoteReading;
}

function summarise(readings: VoteReading[]) {
  const [{ votes, participants, statements }] = readings as [VoteReading];
  const seconds = median(readings.map((reading) => reading.seconds));
  return {
    bench: "load",
    participants,
    statements,
    votes,
    seconds: round(seconds),
    cpuSeconds: round(median(readings.map((reading) => reading.cpuSeconds))),
    votesPerSecond: Math.round(votes / seconds),
    bestVotesPerSecond: Math.round(votes / Math.min(...readings.map((r) => r.seconds))),
    peakMiB: Math.round(Math.max(...readings.map((reading) => reading.peakMiB))),
  };
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

function round(seconds: number): number {
  return Math.round(seconds * 100) / 100;
}
