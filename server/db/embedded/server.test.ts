import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { cp, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type EmbeddedServer, startEmbeddedServer } from "./server";

let dataDir: string;
let servers: EmbeddedServer[];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "plenum-embedded-"));
  servers = [];
});

afterEach(async () => {
  for (const server of servers) await server.stop();
  await rm(dataDir, { recursive: true, force: true });
});

async function start(folder = dataDir): Promise<EmbeddedServer> {
  const server = await startEmbeddedServer(folder, { fsync: "off" });
  servers.push(server);
  return server;
}

async function ask(url: string): Promise<unknown> {
  const sql = postgres(url, { max: 1 });
  try {
    const [row] = await sql`select current_database() as name`;
    return row?.name;
  } finally {
    await sql.end();
  }
}

const lockFile = () => join(dataDir, "postgres", "postmaster.pid");

test("three starts at once on a new folder share one server", async () => {
  const all = await Promise.all([start(), start(), start()]);
  expect(new Set(all.map((server) => server.pid)).size).toBe(1);
  expect(all.filter((server) => !server.wasRunning)).toHaveLength(1);
  expect(await ask(all[2]!.url)).toBe("plenum");
});

test("a stopped server is gone, and the next start finds its data", async () => {
  const first = await start();
  const sql = postgres(first.url, { max: 1 });
  await sql`create table kept (id int)`;
  await sql.end();
  await first.stop();
  expect(existsSync(lockFile())).toBe(false);
  const second = await start();
  expect(second.wasRunning).toBe(false);
  const again = postgres(second.url, { max: 1 });
  expect(await again`select count(*)::int as n from kept`).toMatchObject([{ n: 0 }]);
  await again.end();
});

test("a lock file whose number belongs to another program by now does not stop the start", async () => {
  const first = await start();
  const text = await readFile(lockFile(), "utf8");
  process.kill(first.pid, "SIGKILL");
  await expect.poll(() => isGone(first.pid)).toBe(true);
  // Of the server's own user, whose processes PostgreSQL minds.
  const { uid, gid } = await stat(lockFile());
  const other = spawn("sleep", ["600"], process.getuid?.() === 0 ? { uid, gid } : {});
  await once(other, "spawn");
  await writeFile(lockFile(), text.replace(/^\d+/, String(other.pid)));
  try {
    const second = await start();
    expect(second.wasRunning).toBe(false);
    expect(await ask(second.url)).toBe("plenum");
  } finally {
    other.kill();
  }
});

test("a copy of a running folder gets a server of its own", async () => {
  const first = await start();
  const copy = `${dataDir}-copy`;
  await cp(dataDir, copy, { recursive: true });
  try {
    const second = await start(copy);
    expect(second.wasRunning).toBe(false);
    expect(second.pid).not.toBe(first.pid);
    expect(await ask(first.url)).toBe("plenum");
  } finally {
    await servers.at(-1)?.stop();
    await rm(copy, { recursive: true, force: true });
  }
});

test("a server that shuts down just now is waited out and started anew", async () => {
  const first = await start();
  const stopping = first.stop();
  const second = await start();
  await stopping;
  expect(await ask(second.url)).toBe("plenum");
});

test("a data folder that is a file is refused in words", async () => {
  const path = join(dataDir, "file");
  await writeFile(path, "");
  await expect(startEmbeddedServer(path)).rejects.toThrow(/cannot be used: a file of that name/);
});

test("a wrong password file is refused in words, and leaves no server behind", async () => {
  await (await start()).stop();
  await writeFile(join(dataDir, "postgres-password"), "another");
  await expect(startEmbeddedServer(dataDir)).rejects.toThrow(/postgres-password is not the one/);
  expect(existsSync(lockFile())).toBe(false);
});

function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch {
    return true;
  }
}
