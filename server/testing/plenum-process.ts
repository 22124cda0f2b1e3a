import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { projectRoot } from "@/server/process/project-root";

/** The real command in a real process tree, for tests that kill it. */
export interface PlenumProcess {
  child: ChildProcess;
  /** Its one JSON document; null when it ended without. */
  document: Promise<Record<string, unknown> | null>;
  /** Resolves when it has ended. */
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  /** What it has said on stderr so far. */
  notices(): string;
}

export function runPlenum(
  args: string[],
  options: { dataDir: string; env?: Record<string, string>; input?: string },
): PlenumProcess {
  const child = spawn(process.execPath, [join(projectRoot, "bin", "plenum.mjs"), ...args], {
    cwd: projectRoot,
    env: { ...process.env, PLENUM_DATA: options.dataDir, PORT: "0", ...options.env },
    // A group of its own, as a terminal gives to a command.
    detached: true,
  });
  let notices = "";
  let output = "";
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    notices += chunk;
  });
  const ended = once(child, "close").then(([code, signal]) => ({ code, signal }));
  const document = new Promise<Record<string, unknown> | null>((resolve) => {
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      output += chunk;
      if (output.endsWith("\n")) resolve(JSON.parse(output));
    });
    void ended.then(() => resolve(null));
  });
  child.stdin.end(options.input ?? "");
  return { child, document, ended, notices: () => notices };
}

/** Processes of an instance: those that were started for its data folder, and its PostgreSQL. */
export async function listProcesses(dataDir: string): Promise<{ pid: number; command: string }[]> {
  const names = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(names.map((name) => describeOwn(Number(name), dataDir)));
  return found.filter((process) => process !== null);
}

async function describeOwn(pid: number, dataDir: string) {
  try {
    const environment = (await readFile(`/proc/${pid}/environ`, "utf8")).split("\0");
    const command = (await readFile(`/proc/${pid}/cmdline`, "utf8")).replaceAll("\0", " ").trim();
    const belongs = environment.includes(`PLENUM_DATA=${dataDir}`) || (await worksIn(pid, dataDir));
    return belongs && command !== "" ? { pid, command } : null;
  } catch {
    return null; // ended meanwhile
  }
}

async function worksIn(pid: number, dataDir: string): Promise<boolean> {
  const [theirs, ours] = await Promise.all([
    stat(`/proc/${pid}/cwd`),
    stat(join(dataDir, "postgres")),
  ]);
  return theirs.dev === ours.dev && theirs.ino === ours.ino;
}
