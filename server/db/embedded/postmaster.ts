import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { platform } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

export interface Postmaster {
  pid: number;
  port: number;
  status: string;
}

/** The server that runs on `folder`, by its lock file; null when there is none, or only a stale file. */
export async function findPostmaster(folder: string): Promise<Postmaster | null> {
  const text = await readFile(lockFile(folder), "utf8").catch(() => "");
  const lines = text.split("\n");
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!(pid > 0) || !(port > 0)) return null;
  if (!(await isPostmasterOf(folder, pid))) return null;
  return { pid, port, status: (lines[7] ?? "").trim() };
}

/**
 * Whether process `pid` is a PostgreSQL that works in `folder`: the number may long belong to
 * something else, and a copied data folder brings the lock file of the original with it.
 */
export async function isPostmasterOf(folder: string, pid: number): Promise<boolean> {
  if (!isAlive(pid)) return false;
  if (platform() !== "linux") return (await commandOf(pid)).includes("postgres");
  try {
    const [ours, theirs] = await Promise.all([stat(folder), stat(`/proc/${pid}/cwd`)]);
    const command = await readFile(`/proc/${pid}/comm`, "utf8");
    return command.startsWith("postgres") && ours.dev === theirs.dev && ours.ino === theirs.ino;
  } catch {
    return false; // gone, a zombie, or a process of somebody else
  }
}

/**
 * PostgreSQL refuses to start while the number in its lock file is alive, even when that is another
 * program by now. Our own number it takes for stale, since we are its parent, and goes on to its
 * other safeguard: the shared memory of a server that died but left children at work.
 */
export function releaseReusedPid(folder: string): void {
  let text: string;
  try {
    text = readFileSync(lockFile(folder), "utf8");
  } catch {
    return; // no lock file, nothing to release
  }
  const pid = Number(text.split("\n")[0]);
  if (pid > 0 && isAlive(pid)) {
    writeFileSync(lockFile(folder), text.replace(/^\d+/, String(process.pid)));
  }
}

function lockFile(folder: string): string {
  return join(folder, "postmaster.pid");
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

async function commandOf(pid: number): Promise<string> {
  const run = promisify(execFile);
  return run("ps", ["-o", "comm=", "-p", String(pid)]).then(
    ({ stdout }) => stdout,
    () => "",
  );
}
