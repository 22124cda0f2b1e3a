import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Sql } from "@/server/db/client";
import { readEnv } from "@/server/env";
import { openInstance } from "@/server/process/instance";
import { createTestConversation } from "@/server/testing/conversation";
import { startServer } from "../browser/start-server";
import type { VoteLoadOptions, VoteLoadResult } from "./vote-load";

const CONNECTIONS = 64;
const SECONDS = 10;
const STATEMENTS = 100;

/**
 * Durable votes a second of a whole instance, the analysis running beside it: every vote is a cell of
 * its own and every answer carries the next statements.
 */
export async function run(print: (line: object) => void): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), "plenum-bench-votes-"));
  const server = await startServer(dataDir, { NEWCOMERS_PER_MINUTE: "1000000" });
  const instance = await openInstance(readEnv({ NODE_ENV: "production", PLENUM_DATA: dataDir }));
  try {
    const { id, slug } = await createTestConversation(instance.database.db, {
      statements: STATEMENTS,
    });
    const load = { url: server.url, slug, connections: CONNECTIONS, statements: STATEMENTS };
    await generate({ ...load, seconds: 2 }); // compiled, connected, prepared
    const before = await count(instance.database.sql, id);
    const result = await generate({ ...load, seconds: SECONDS });
    const after = await count(instance.database.sql, id);
    print(summarise(result, before, after));
  } finally {
    await instance.close();
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function generate(options: VoteLoadOptions): Promise<VoteLoadResult> {
  const child: ChildProcess = fork(new URL("./vote-load.ts", import.meta.url), {
    execArgv: ["--import", "tsx"],
  });
  child.send(options);
  const [result] = await once(child, "message");
  return result as VoteLoadResult;
}

type Counts = Awaited<ReturnType<typeof count>>;

async function count(sql: Sql, conversationId: number) {
  const [row] = await sql<
    { rows: number; commits: number; analyses: number; fsync: string; synchronousCommit: string }[]
  >`
    select count(*)::int as rows,
      -- now() is the time of the transaction: one a commit
      count(distinct at)::int as commits,
      (select max(version) from analyses where conversation_id = ${conversationId}) as analyses,
      current_setting('fsync') as fsync,
      current_setting('synchronous_commit') as "synchronousCommit"
    from votes where conversation_id = ${conversationId}`;
  return row!;
}

function summarise(result: VoteLoadResult, before: Counts, after: Counts) {
  const rows = after.rows - before.rows;
  const commits = after.commits - before.commits;
  return {
    bench: "votes",
    votesPerSecond: Math.round(result.acknowledged / result.seconds),
    p50Ms: round(result.p50Ms),
    p99Ms: round(result.p99Ms),
    connections: CONNECTIONS,
    seconds: round(result.seconds),
    acknowledged: result.acknowledged,
    rowsCounted: rows,
    refused: result.refused,
    participants: result.participants,
    statements: STATEMENTS,
    nextPerAnswer: round(result.nextPerAnswer),
    commits,
    votesPerCommit: round(rows / commits),
    analyses: (after.analyses ?? 0) - (before.analyses ?? 0),
    fsync: after.fsync,
    synchronousCommit: after.synchronousCommit,
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
