import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, openSync } from "node:fs";
import { chmod, chown, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { findPostgresBinaries } from "./binaries";

/** PostgreSQL refuses to run as root; "nobody" stands in, which every Linux has under this number. */
const UNPRIVILEGED_ID = 65_534;
const ROOT_BINARIES_DIR = "/var/lib/plenum";
const START_TIMEOUT_MS = 60_000;
// Nothing of ours: the server needs no secrets, and its messages are to be in English.
const serverEnvironment: NodeJS.ProcessEnv = {
  NODE_ENV: "production",
  LC_ALL: "C",
  PATH: "/usr/bin:/bin",
};

export interface EmbeddedServer {
  /** Connection address of the database `plenum`. */
  url: string;
  pid: number;
  /** True when a server that an earlier process left behind was taken over. */
  wasRunning: boolean;
  /** Ends the server after its clients are gone, and waits until it is. */
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL that npm installed, on the folder `dataDir`, or takes over the one that a
 * killed parent left running there.
 * @throws Error when the server does not answer within 60 s; its log is in `dataDir/postgres.log`
 */
export async function startEmbeddedServer(
  dataDir: string,
  settings: Record<string, string> = {},
): Promise<EmbeddedServer> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const password = await readOrCreatePassword(dataDir);
  const folder = join(dataDir, "postgres");
  const running = await findRunningServer(folder);
  if (running) {
    const url = addressOf(running.port, password);
    if (await waitUntilReady(url, START_TIMEOUT_MS)) {
      return serverHandle({ url, pid: running.pid, wasRunning: true });
    }
  }
  const binaries = await findPostgresBinaries({
    mustBeWorldReadable: isRoot(),
    sharedDir: isRoot() ? ROOT_BINARIES_DIR : dataDir,
  });
  if (!existsSync(join(folder, "PG_VERSION")))
    await initialise(binaries, folder, dataDir, password);
  return launch({ binaries, folder, dataDir, password, settings });
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/**
 * As root the server runs as another user, who may be unable to walk down to the folder (a parent of
 * mode 0700). It need not: it inherits the folder as its working directory, and /proc/self/cwd names it.
 */
function identity(folder: string): {
  argument: string;
  options: { cwd: string; uid?: number; gid?: number };
} {
  return isRoot()
    ? {
        argument: "/proc/self/cwd",
        options: { cwd: folder, uid: UNPRIVILEGED_ID, gid: UNPRIVILEGED_ID },
      }
    : { argument: folder, options: { cwd: folder } };
}

async function readOrCreatePassword(dataDir: string): Promise<string> {
  const path = join(dataDir, "postgres-password");
  const fresh = randomBytes(24).toString("base64url");
  await writeFile(path, fresh, { mode: 0o600, flag: "wx" }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    },
  );
  return (await readFile(path, "utf8")).trim();
}

async function findRunningServer(folder: string): Promise<{ pid: number; port: number } | null> {
  const text = await readFile(join(folder, "postmaster.pid"), "utf8").catch(() => null);
  const lines = text?.split("\n") ?? [];
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  return pid > 0 && port > 0 && isAlive(pid) ? { pid, port } : null;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

async function initialise(binaries: string, folder: string, dataDir: string, password: string) {
  const temporary = `${folder}.${process.pid}.tmp`;
  const passwordFile = join(temporary, "..", `.initdb-${process.pid}`);
  await rm(temporary, { recursive: true, force: true });
  await mkdir(temporary, { mode: 0o700 });
  if (isRoot()) await chown(temporary, UNPRIVILEGED_ID, UNPRIVILEGED_ID);
  const { argument, options } = identity(temporary);
  await writeFile(passwordFile, password, { mode: 0o600 });
  // Read through the handle: the file's folder may be closed to the server's user.
  if (isRoot()) await chown(passwordFile, UNPRIVILEGED_ID, UNPRIVILEGED_ID);
  const passwordHandle = openSync(passwordFile, "r");
  await rm(passwordFile);
  const child = spawn(
    join(binaries, "bin", "initdb"),
    [
      "-D",
      argument,
      "-U",
      "plenum",
      "-A",
      "scram-sha-256",
      "--pwfile=/dev/fd/3",
      "-E",
      "UTF8",
      "--locale=C",
    ],
    { ...options, env: serverEnvironment, stdio: ["ignore", "pipe", "pipe", passwordHandle] },
  );
  await finished(child, "initdb");
  await rename(temporary, folder);
  await chmod(dataDir, 0o700);
}

async function finished(child: ChildProcess, name: string): Promise<void> {
  let output = "";
  child.stdout?.on("data", (chunk) => (output += chunk));
  child.stderr?.on("data", (chunk) => (output += chunk));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", resolve);
  });
  if (code !== 0) throw new Error(`${name} ended with ${code}.\n${output.trim()}`);
}

async function launch(input: {
  binaries: string;
  folder: string;
  dataDir: string;
  password: string;
  settings: Record<string, string>;
}): Promise<EmbeddedServer> {
  const port = await findFreePort();
  const log = openSync(join(input.dataDir, "postgres.log"), "a", 0o600);
  const { argument, options } = identity(input.folder);
  const settings: Record<string, string> = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: "60",
    ...input.settings,
  };
  const child: ChildProcess = spawn(
    join(input.binaries, "bin", "postgres"),
    [
      "-D",
      argument,
      "-p",
      String(port),
      ...Object.entries(settings).flatMap(([k, v]) => ["-c", `${k}=${v}`]),
    ],
    // detached: Ctrl-C reaches the whole foreground group, and PostgreSQL has to go last.
    { ...options, env: serverEnvironment, stdio: ["ignore", log, log], detached: true },
  );
  child.unref();
  const url = addressOf(port, input.password);
  const isReady = await Promise.race([
    waitUntilReady(url, START_TIMEOUT_MS),
    new Promise<false>((resolve) => child.once("exit", () => resolve(false))),
  ]);
  if (!isReady || child.pid === undefined) {
    throw new Error("The embedded PostgreSQL did not start; see postgres.log in the data folder.");
  }
  return serverHandle({ url, pid: child.pid, wasRunning: false });
}

function addressOf(port: number, password: string, database = "plenum"): string {
  return `postgres://plenum:${password}@127.0.0.1:${port}/${database}`;
}

async function findFreePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === "string") throw new Error("No free port.");
  return address.port;
}

/** Also creates the database on the first start. */
async function waitUntilReady(url: string, timeoutMs: number): Promise<boolean> {
  const admin = url.replace(/\/plenum$/, "/postgres");
  for (const end = Date.now() + timeoutMs; Date.now() < end; await sleep(50)) {
    const sql = postgres(admin, { max: 1, connect_timeout: 5, onnotice: () => {} });
    try {
      const [found] = await sql`select 1 from pg_database where datname = 'plenum'`;
      if (!found) await sql`create database plenum`;
      return true;
    } catch (error) {
      const code = (error as { code?: string }).code;
      // Not listening yet, or listening and still recovering.
      if (code !== "ECONNREFUSED" && code !== "57P03" && code !== "ECONNRESET") throw error;
    } finally {
      await sql.end({ timeout: 1 });
    }
  }
  return false;
}

function serverHandle(facts: Pick<EmbeddedServer, "url" | "pid" | "wasRunning">): EmbeddedServer {
  return {
    ...facts,
    stop: async () => {
      if (!isAlive(facts.pid)) return;
      process.kill(facts.pid, "SIGINT"); // fast shutdown: a checkpoint, then out
      while (isAlive(facts.pid)) await sleep(20);
    },
  };
}
