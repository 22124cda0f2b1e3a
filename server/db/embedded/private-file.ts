import { randomUUID } from "node:crypto";
import { chmod, chown, link, readFile, rm, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * Reads a file that only its owner may read; the first caller creates it with `content`. Written
 * aside and linked into place, so that nobody ever reads half of it and the first of two wins.
 */
export async function readOrCreatePrivateFile(path: string, content: string): Promise<string> {
  const found = await readFile(path, "utf8").catch(ignoreMissing);
  if (found !== null) return found.trim();
  // In a container every process has the same id, and two containers may share the folder.
  const temporary = `${path}.${randomUUID()}.tmp`;
  await writeFile(temporary, content, { mode: 0o600 });
  try {
    await chmod(temporary, 0o600); // whatever the umask is
    await followFolderOwner(temporary);
    await link(temporary, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    await rm(temporary, { force: true });
  }
  return (await readFile(path, "utf8")).trim();
}

/** What root makes in an ordinary user's folder must stay usable for that user. */
export async function followFolderOwner(path: string): Promise<void> {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = await stat(dirname(path));
  if (uid !== 0) await chown(path, uid, gid);
}

function ignoreMissing(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT") return null;
  throw error;
}
