import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { afterEach, expect, test } from "vitest";
import type { Sql } from "@/server/db/client";
import { castVotesNow } from "@/server/testing/cast-raw-votes";
import { createTestConversation } from "@/server/testing/conversation";
import { openTestDatabase } from "@/server/testing/database";

const database = openTestDatabase();
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

function startChild(): ChildProcess {
  const child = fork("server/analysis/main.ts", [], {
    env: { ...process.env, DATABASE_URL: database.url, DATABASE_DIRECT_URL: database.url },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    execArgv: ["--import", "tsx"],
  });
  children.push(child);
  return child;
}

/** Enough votes that an analysis takes a while: 1,500 people on 80 statements. */
async function castManyVotes(sql: Sql, conversationId: number): Promise<void> {
  await sql`
    with cells as (
      select p, s, row_number() over (order by p, s) as seq,
        case when (p * 31 + s * 17 + (p % 3) * s) % 5 < 2 then 1 else -1 end as value
      from generate_series(0, 1499) p, generate_series(0, 79) s where (p * 7 + s * 13) % 3 > 0),
    history as (
      insert into votes (conversation_id, vote_seq, participant_id, statement_id, value)
      select ${conversationId}, seq, p, s, value from cells),
    current as (
      insert into current_votes (conversation_id, vote_seq, participant_id, statement_id, value)
      select ${conversationId}, seq, p, s, value from cells)
    update analysis_queue set vote_seq = (select max(seq) from cells), due_at = now()
    where conversation_id = ${conversationId}`;
}

const isLeased = (conversationId: number) => async () =>
  (
    await database.sql`
      select 1 from analysis_queue
      where conversation_id = ${conversationId} and leased_by is not null`
  ).length > 0;

const findNewest = (conversationId: number) => async () =>
  (
    await database.sql<{ votes: number }[]>`
      select (core ->> 'votes')::int as votes from analyses
      where conversation_id = ${conversationId} order by version desc limit 1`
  )[0]?.votes ?? null;

test("killed in the middle of a run, another process takes over when the lease has run out", async () => {
  const { id } = await createTestConversation(database.db, { statements: 80 });
  await castManyVotes(database.sql, id);
  const first = startChild();
  await expect.poll(isLeased(id), { timeout: 20_000, interval: 5 }).toBe(true);
  first.kill("SIGKILL");
  await once(first, "exit");
  expect(await findNewest(id)()).toBeNull();
  startChild();
  await expect.poll(findNewest(id), { timeout: 25_000, interval: 50 }).toBe(80_000);
}, 60_000);

test("it ends by itself when the channel to its parent closes", async () => {
  const { id } = await createTestConversation(database.db, { statements: 1 });
  const child = startChild();
  await castVotesNow(database.sql, id, [[0, 0, 1]]);
  await expect.poll(findNewest(id), { timeout: 20_000, interval: 20 }).toBe(1);
  child.disconnect();
  expect(await once(child, "exit")).toEqual([0, null]);
});
