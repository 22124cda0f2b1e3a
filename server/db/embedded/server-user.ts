import { chown, lchown, readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/** PostgreSQL refuses to run as root; "nobody" stands in, which every Linux has under this number. */
const UNPRIVILEGED_ID = 65_534;

export interface ServerUser {
  /** What to pass as the data directory. */
  argument: string;
  options: { cwd: string; uid?: number; gid?: number };
}

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/**
 * As root the server runs as another user, who may be unable to walk down to the folder (a parent of
 * mode 0700). It need not: it inherits the folder as its working directory, and /proc/self/cwd names
 * it. A folder that an ordinary user began is carried on under that user's own id.
 */
export async function serverUserOf(folder: string): Promise<ServerUser> {
  if (!isRoot()) return { argument: folder, options: { cwd: folder } };
  const { uid, gid } = await stat(folder);
  const owner = uid === 0 ? { uid: UNPRIVILEGED_ID, gid: UNPRIVILEGED_ID } : { uid, gid };
  return { argument: "/proc/self/cwd", options: { cwd: folder, ...owner } };
}

/** A cluster that root copied (a backup put back, say) belongs to root, and so nobody could open it. */
export async function giveToServerUser(folder: string): Promise<void> {
  if (!isRoot() || (await stat(folder)).uid !== 0) return;
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    await lchown(join(entry.parentPath, entry.name), UNPRIVILEGED_ID, UNPRIVILEGED_ID);
  }
  await chown(folder, UNPRIVILEGED_ID, UNPRIVILEGED_ID);
}

/** Nothing of ours: the server needs no secrets, and its messages are to be in English. */
export const serverEnvironment: NodeJS.ProcessEnv = {
  NODE_ENV: "production",
  LC_ALL: "C",
  PATH: "/usr/bin:/bin",
};
