import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { findPostgresBinaries } from "./binaries";
import { explainFolderErrors, prepareDataFolder } from "./data-folder";
import { initialiseCluster } from "./initialise";
import { launchPostgres } from "./launch";
import { findPostmaster, isPostmasterOf, type Postmaster } from "./postmaster";
import { readOrCreatePrivateFile } from "./private-file";
import { giveToServerUser, isRoot } from "./server-user";
import { withStartMutex } from "./start-mutex";

const ROOT_BINARIES_DIR = "/var/lib/plenum";
// Recovery after a crash may have a gigabyte of log to go through.
const START_TIMEOUT_MS = 180_000;
const FAST_SHUTDOWN_MS = 6_000;
const LEAVING = new Set(["57P01", "57P03", "ECONNREFUSED", "ECONNRESET", "CONNECTION_CLOSED"]);

export interface EmbeddedServer {
  /** Connection address of the database `plenum`. */
  url: string;
  pid: number;
  /** True when a server that an earlier process left behind was taken over. */
  wasRunning: boolean;
  /** Ends the server, whoever is connected, and waits until it is gone. */
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL that npm installed, on the folder `dataDir`, or takes over the one that a
 * killed parent left running there. Any number of processes may call this at once.
 * @throws Error that says why the server cannot run; its own log is `dataDir/postgres.log`
 */
export async function startEmbeddedServer(
  dataDir: string,
  settings: Record<string, string> = {},
): Promise<EmbeddedServer> {
  await prepareDataFolder(dataDir);
  const { dev, ino } = await stat(dataDir);
  return explainFolderErrors(dataDir, () =>
    withStartMutex(`${dev}-${ino}`, () => startAlone(dataDir, settings)),
  );
}

async function startAlone(
  dataDir: string,
  settings: Record<string, string>,
): Promise<EmbeddedServer> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  const folder = join(dataDir, "postgres");
  const password = await readOrCreatePrivateFile(
    join(dataDir, "postgres-password"),
    randomBytes(24).toString("base64url"),
  );
  for (;;) {
    const running = await waitWhileChanging(folder, deadline);
    const { pid, port } = running ?? (await startPostmaster(dataDir, folder, password, settings));
    const url = `postgres://plenum:${password}@127.0.0.1:${port}/plenum`;
    const stop = () => stopPostmaster(folder, pid);
    const isReady = await ensureDatabase(url, dataDir).catch(async (error: unknown) => {
      if (!running) await stop();
      throw error;
    });
    if (isReady) return { url, pid, wasRunning: running !== null, stop };
    if (Date.now() > deadline) throw new Error(`The PostgreSQL in ${folder} does not answer.`);
    await sleep(50);
  }
}

/** A server found starting up is waited for; one found shutting down is waited out. */
async function waitWhileChanging(folder: string, deadline: number): Promise<Postmaster | null> {
  for (;;) {
    const found = await findPostmaster(folder);
    if (found === null || found.status === "ready") return found;
    if (Date.now() > deadline) {
      throw new Error(
        `The PostgreSQL in ${folder} (process ${found.pid}) stays "${found.status}".`,
      );
    }
    await sleep(50);
  }
}

async function startPostmaster(
  dataDir: string,
  folder: string,
  password: string,
  settings: Record<string, string>,
): Promise<Postmaster> {
  const binaries = await findPostgresBinaries({
    mustBeWorldReadable: isRoot(),
    sharedDir: isRoot() ? ROOT_BINARIES_DIR : dataDir,
  });
  if (!existsSync(join(folder, "PG_VERSION"))) {
    await removeLeftovers(dataDir);
    await initialiseCluster({ binaries, folder, password });
  }
  await giveToServerUser(folder);
  return launchPostgres({
    binaries,
    folder,
    logFile: join(dataDir, "postgres.log"),
    settings: {
      listen_addresses: "127.0.0.1",
      unix_socket_directories: "",
      max_connections: "60",
      ...settings,
    },
    deadline: Date.now() + START_TIMEOUT_MS,
  });
}

/** What killed first starts left of their clusters; the mutex is ours, so nobody is at work there. */
async function removeLeftovers(dataDir: string): Promise<void> {
  for (const name of await readdir(dataDir)) {
    if (/^postgres\.\d+\.tmp$/.test(name)) {
      await rm(join(dataDir, name), { recursive: true, force: true });
    }
  }
}

/** False when the server began to shut down just now, which its lock file does not say yet. */
async function ensureDatabase(url: string, dataDir: string): Promise<boolean> {
  const sql = postgres(url.replace(/\/plenum$/, "/postgres"), { max: 1, onnotice: () => {} });
  try {
    const [found] = await sql`select 1 from pg_database where datname = 'plenum'`;
    if (!found) await sql`create database plenum`;
    return true;
  } catch (cause) {
    const code = (cause as { code?: string }).code ?? "";
    if (LEAVING.has(code)) return false;
    if (code !== "28P01") throw cause;
    throw new Error(
      `The password in ${join(dataDir, "postgres-password")} is not the one of the database beside it.`,
      { cause },
    );
  } finally {
    await sql.end({ timeout: 1 });
  }
}

async function stopPostmaster(folder: string, pid: number): Promise<void> {
  const immediateAt = Date.now() + FAST_SHUTDOWN_MS;
  let hasBeenUrged = false;
  for (let signal: NodeJS.Signals | undefined = "SIGINT"; await isPostmasterOf(folder, pid); ) {
    // SIGINT: a checkpoint, then out. SIGQUIT: out at once, recovered from the log at the next start.
    if (signal) process.kill(pid, signal);
    signal = undefined;
    if (!hasBeenUrged && Date.now() > immediateAt) {
      hasBeenUrged = true;
      signal = "SIGQUIT";
    }
    await sleep(20);
  }
}
