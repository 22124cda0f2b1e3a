import { randomUUID } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { afterEach, beforeEach, expect, test } from "vitest";
import * as z from "zod";
import { createRandom } from "@/lib/math/random";
import { startEmbeddedServer } from "./db/embedded/server";
import { listProcesses, type PlenumProcess, runPlenum } from "./testing/plenum-process";

const CLIENTS = 16;
const ROUNDS = 3;

let dataDir: string;

beforeEach(async () => {
  dataDir = join(await mkdtemp(join(tmpdir(), "plenum-durability-")), "data");
});

afterEach(async () => {
  await killAll(() => true);
  await rm(join(dataDir, ".."), { recursive: true, force: true, maxRetries: 10 });
});

async function killAll(isMeant: (command: string) => boolean): Promise<void> {
  for (const { pid, command } of await listProcesses(dataDir)) {
    if (isMeant(command)) process.kill(pid, "SIGKILL");
  }
}

async function homeOf(plenum: PlenumProcess): Promise<string> {
  const document = z
    .object({ addresses: z.object({ home: z.string() }) })
    .safeParse(await plenum.document);
  if (!document.success) throw new Error(`It did not start.\n${plenum.notices()}`);
  return document.data.addresses.home.replace(/\/$/, "");
}

/** Newcomers, one vote each, until the server is gone; the ids of those whose vote was acknowledged. */
async function voteUntilGone(url: string, acknowledged: Set<number>): Promise<void> {
  for (;;) {
    const answer = await fetch(`${url}/api/v1/conversations/town-centre/votes`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "Idempotency-Key": newKey() },
      body: JSON.stringify({ votes: [{ statement: 3, value: 1 }] }),
    })
      .then((response) => (response.ok ? response.json() : null))
      .catch(() => null); // killed before it answered: not acknowledged
    if (answer === null) return;
    acknowledged.add(answer.participant.id);
  }
}

function newKey(): string {
  return randomUUID().replaceAll("-", "");
}

test.each([
  ["the parent", (command: string) => command.includes("bin/plenum.mjs")],
  ["everything, PostgreSQL included,", () => true],
])("kill -9 of %s at random moments loses no acknowledged vote", async (_, isMeant) => {
  const random = createRandom(20_260_704);
  const acknowledged = new Set<number>();
  for (let round = 0; round < ROUNDS; round += 1) {
    const plenum = runPlenum(["demo", "--votes-per-second", "0"], {
      dataDir,
      env: { NEWCOMERS_PER_MINUTE: "1000000" },
    });
    const url = await homeOf(plenum);
    const before = acknowledged.size;
    const voting = Array.from({ length: CLIENTS }, () => voteUntilGone(url, acknowledged));
    await expect.poll(() => acknowledged.size, { timeout: 10_000 }).toBeGreaterThan(before + 50);
    await sleep(500 * random());
    await killAll(isMeant);
    await Promise.all(voting);
    await plenum.ended;
  }
  const stored = await readVoters();
  expect([...acknowledged].filter((id) => !stored.has(id))).toEqual([]);
  // What was stored and not acknowledged was on its way when the end came.
  expect(stored.size - acknowledged.size).toBeLessThanOrEqual(ROUNDS * CLIENTS);
  expect(await readFile(join(dataDir, "postgres.log"), "utf8")).not.toContain("PANIC");
});

/** Participants with a vote, besides the 600 that the demonstration began with. */
async function readVoters(): Promise<Set<number>> {
  const server = await startEmbeddedServer(dataDir);
  const sql = postgres(server.url, { max: 1 });
  const rows = await sql<{ id: number; history: number }[]>`
    select participant_id as id,
      (select count(*)::int from votes v
        where v.conversation_id = c.conversation_id and v.participant_id = c.participant_id) as history
    from current_votes c
    where participant_id >= 600 and statement_id = 3 and value = 1`;
  await sql.end();
  await server.stop();
  expect(rows.filter((row) => row.history !== 1)).toEqual([]);
  return new Set(rows.map((row) => row.id));
}
