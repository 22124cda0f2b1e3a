import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { chown, mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { followFolderOwner } from "./private-file";
import { isRoot, serverEnvironment, serverUserOf } from "./server-user";

/** Makes a new cluster in `folder`: aside first, so that a killed start leaves no half of one. */
export async function initialiseCluster(input: {
  binaries: string;
  folder: string;
  password: string;
}): Promise<void> {
  const temporary = `${input.folder}.${process.pid}.tmp`;
  await rm(temporary, { recursive: true, force: true });
  await mkdir(temporary, { mode: 0o700 });
  try {
    await runInitdb(input.binaries, temporary, input.password);
    await rename(temporary, input.folder);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

async function runInitdb(binaries: string, folder: string, password: string): Promise<void> {
  if (isRoot()) await followFolderOwner(folder);
  const { argument, options } = await serverUserOf(folder);
  if (isRoot()) await chown(folder, options.uid ?? 0, options.gid ?? 0);
  const passwordHandle = await openPassword(dirname(folder), password, options);
  const flags = ["-U", "plenum", "-A", "scram-sha-256", "-E", "UTF8", "--locale=C"];
  try {
    const child = spawn(
      join(binaries, "bin", "initdb"),
      ["-D", argument, "--pwfile=/dev/fd/3", ...flags],
      { ...options, env: serverEnvironment, stdio: ["ignore", "pipe", "pipe", passwordHandle] },
    );
    await finished(child);
  } finally {
    closeSync(passwordHandle);
  }
}

/** An open handle on a file that is gone already: its folder may be closed to the server's user. */
async function openPassword(
  dataDir: string,
  password: string,
  owner: { uid?: number; gid?: number },
): Promise<number> {
  const path = join(dataDir, `.initdb-${process.pid}`);
  await writeFile(path, password, { mode: 0o600 });
  try {
    // Opening /dev/fd/3 asks for permission again.
    if (owner.uid !== undefined && owner.gid !== undefined) {
      await chown(path, owner.uid, owner.gid);
    }
    return openSync(path, "r");
  } finally {
    await rm(path);
  }
}

async function finished(child: ChildProcess): Promise<void> {
  let output = "";
  child.stdout?.on("data", (chunk) => (output += chunk));
  child.stderr?.on("data", (chunk) => (output += chunk));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  if (code !== 0) throw new Error(`The database could not be created.\n${output.trim()}`);
}
