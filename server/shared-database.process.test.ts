import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openDatabase } from "./db/client";
import { type EmbeddedServer, startEmbeddedServer } from "./db/embedded/server";
import { migrateDatabase } from "./db/migrate";
import { loadConversation } from "./demo/load-conversation";
import { townCentre } from "./demo/town-centre/town-centre";
import { type PlenumProcess, runPlenum } from "./testing/plenum-process";

let folder: string;
let server: EmbeddedServer;
let running: PlenumProcess[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "plenum-shared-"));
  // Stands for a PostgreSQL of one's own: the processes know its address only.
  server = await startEmbeddedServer(join(folder, "database"), { fsync: "off" });
  running = [];
});

afterEach(async () => {
  for (const { child } of running) child.kill("SIGTERM");
  await Promise.all(running.map(({ ended }) => ended));
  await server.stop();
  await rm(folder, { recursive: true, force: true, maxRetries: 10 });
});

function start(role: "web" | "worker"): PlenumProcess {
  const plenum = runPlenum(["start"], {
    dataDir: join(folder, `unused-${running.length}`),
    env: { DATABASE_URL: server.url, PLENUM_SECRET: "s".repeat(40), PLENUM_ROLE: role },
  });
  running.push(plenum);
  return plenum;
}

async function addressOf(web: PlenumProcess): Promise<string> {
  const document = await web.document;
  if (typeof document?.url !== "string") throw new Error(`It did not start.\n${web.notices()}`);
  return `${document.url}/api/v1/conversations/town-centre`;
}

async function votesSeenBy(address: string): Promise<number> {
  const answer = await fetch(`${address}/analyses/latest`);
  return answer.ok ? (await answer.json()).votes : -1;
}

test("two web processes and a worker share one database: a vote at one is in the other's analysis", async () => {
  await migrateDatabase(server.url);
  const database = openDatabase(server.url);
  await loadConversation(database.db, townCentre, new Date());
  const votes = await database.sql`select count(*)::int as n from current_votes`;
  await database.close();
  const [one, other] = await Promise.all([start("web"), start("web")].map(addressOf));
  start("worker");
  await expect.poll(() => votesSeenBy(other!), { timeout: 30_000 }).toBe(votes[0]!.n);
  // The token that one web process gives is good at the other.
  const headers = { "Content-Type": "application/json" };
  const first = await fetch(`${one}/votes`, {
    method: "POST",
    headers: { ...headers, "Idempotency-Key": randomUUID().replaceAll("-", "") },
    body: JSON.stringify({ votes: [{ statement: 3, value: 1 }] }),
  });
  const { participant } = await first.json();
  const second = await fetch(`${other}/votes`, {
    method: "POST",
    headers: { ...headers, Authorization: `Participant ${participant.token}` },
    body: JSON.stringify({ votes: [{ statement: 5, value: -1 }] }),
  });
  expect((await second.json()).participant.id).toBe(participant.id);
  await expect.poll(() => votesSeenBy(other!), { timeout: 30_000 }).toBe(votes[0]!.n + 2);
});
