import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { chown, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import postgres from "postgres";

const run = promisify(execFile);
const UNPRIVILEGED_ID = 65_534;

export interface SystemPostgres {
  /** 15, say */
  majorVersion: number;
  /** Makes an empty database and answers its address. */
  createDatabase(name: string): Promise<string>;
  stop(): Promise<void>;
}

/** Where the machine's own PostgreSQL has its programs; null when it has none of 15 or newer. */
export async function findSystemPostgres(): Promise<string | null> {
  try {
    const { stdout } = await run("pg_config", ["--bindir"]);
    const folder = stdout.trim();
    const version = await run(join(folder, "postgres"), ["--version"]);
    const major = Number(/(\d+)/.exec(version.stdout)?.[1]);
    return major >= 15 && existsSync(join(folder, "initdb")) ? folder : null;
  } catch {
    return null; // not installed
  }
}

/** Starts the machine's own PostgreSQL in a temporary folder, as a user that is not root. */
export async function startSystemPostgres(binaries: string): Promise<SystemPostgres> {
  const folder = await mkdtemp(join(tmpdir(), "plenum-system-postgres-"));
  const isRoot = process.getuid?.() === 0;
  const identity = isRoot ? { uid: UNPRIVILEGED_ID, gid: UNPRIVILEGED_ID } : {};
  if (isRoot) await chown(folder, UNPRIVILEGED_ID, UNPRIVILEGED_ID);
  const data = join(folder, "data");
  await run(
    join(binaries, "initdb"),
    ["-D", data, "-U", "plenum", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"],
    { cwd: folder, ...identity },
  );
  const port = await findFreePort();
  const settings = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "fsync=off",
    "synchronous_commit=off",
  ];
  const server = spawn(
    join(binaries, "postgres"),
    ["-D", data, "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])],
    { cwd: folder, stdio: "ignore", ...identity },
  );
  const exited = once(server, "exit");
  const admin = postgres(`postgres://plenum@127.0.0.1:${port}/postgres`, {
    max: 1,
    onnotice: () => {},
  });
  const majorVersion = await waitUntilReady(admin);
  return {
    majorVersion,
    async createDatabase(name) {
      await admin`create database ${admin(name)}`;
      return `postgres://plenum@127.0.0.1:${port}/${name}`;
    },
    async stop() {
      await admin.end({ timeout: 1 });
      server.kill("SIGINT");
      await exited;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function findFreePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === "string") throw new Error("No free port.");
  return address.port;
}

async function waitUntilReady(admin: postgres.Sql): Promise<number> {
  for (const end = Date.now() + 30_000; ; await sleep(50)) {
    try {
      const [row] = await admin<{ version: number }[]>`
        select current_setting('server_version_num')::int / 10000 as version`;
      return row!.version;
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}
