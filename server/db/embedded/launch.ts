import { spawn } from "node:child_process";
import { closeSync, existsSync, openSync, statSync } from "node:fs";
import { readFile, rename } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { findPostmaster, type Postmaster, releaseReusedPid } from "./postmaster";
import { followFolderOwner } from "./private-file";
import { serverEnvironment, serverUserOf } from "./server-user";

const PORT_ATTEMPTS = 5;
const MAX_LOG_BYTES = 10_000_000;

/**
 * Starts PostgreSQL on `folder` and waits until it accepts connections. It goes on after this
 * process ends, whatever the reason: Ctrl-C reaches the whole group, and PostgreSQL has to go last.
 * @throws Error with the server's own words when it does not come up before `deadline` (epoch ms)
 */
export async function launchPostgres(input: {
  binaries: string;
  folder: string;
  logFile: string;
  settings: Record<string, string>;
  deadline: number;
}): Promise<Postmaster> {
  await rotateLog(input.logFile);
  for (let attempt = 1; ; attempt += 1) {
    const logStart = existsSync(input.logFile) ? statSync(input.logFile).size : 0;
    const postmaster = await launchOnce(input);
    if (postmaster) return postmaster;
    const words = await readLogFrom(input.logFile, logStart);
    // Somebody took the port between our looking and PostgreSQL's binding.
    const isPortTaken = /could not bind .*Address already in use/.test(words);
    if (isPortTaken && attempt < PORT_ATTEMPTS) continue;
    throw new Error(
      `The embedded PostgreSQL did not start; its log is ${input.logFile}.\n${lastLines(words)}`,
    );
  }
}

async function launchOnce(input: {
  binaries: string;
  folder: string;
  logFile: string;
  settings: Record<string, string>;
  deadline: number;
}): Promise<Postmaster | null> {
  const { argument, options } = await serverUserOf(input.folder);
  const log = openSync(input.logFile, "a", 0o600);
  await followFolderOwner(input.logFile);
  releaseReusedPid(input.folder);
  const flags = Object.entries(input.settings).flatMap(([k, v]) => ["-c", `${k}=${v}`]);
  const child = spawn(
    join(input.binaries, "bin", "postgres"),
    ["-D", argument, "-p", String(await findFreePort()), ...flags],
    { ...options, env: serverEnvironment, stdio: ["ignore", log, log], detached: true },
  );
  closeSync(log);
  let hasEnded = false;
  let failure: Error | undefined;
  child.once("exit", () => (hasEnded = true));
  child.once("error", (error) => {
    hasEnded = true;
    failure = error;
  });
  while (!hasEnded && Date.now() < input.deadline) {
    const found = await findPostmaster(input.folder);
    if (found?.pid === child.pid && found?.status === "ready") {
      child.unref();
      return found;
    }
    await sleep(15);
  }
  if (failure) throw failure;
  if (!hasEnded) child.kill("SIGQUIT");
  return null;
}

async function findFreePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", resolve);
  });
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === "string") throw new Error("No free port.");
  return address.port;
}

async function rotateLog(path: string): Promise<void> {
  if (existsSync(path) && statSync(path).size > MAX_LOG_BYTES) await rename(path, `${path}.1`);
}

async function readLogFrom(path: string, start: number): Promise<string> {
  const bytes = await readFile(path);
  return bytes.subarray(start).toString("utf8");
}

function lastLines(text: string): string {
  return text.trim().split("\n").slice(-8).join("\n");
}
