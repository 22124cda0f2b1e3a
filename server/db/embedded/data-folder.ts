import { access, constants, mkdir, stat } from "node:fs/promises";

const REASONS: Record<string, string> = {
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  EROFS: "the file system is read-only",
  EACCES: "this user may not write there",
  EPERM: "this user may not write there",
  ENOTDIR: "a part of the path is not a folder",
  EEXIST: "a file of that name is in the way",
  ENOENT: "it cannot be created there",
  EIO: "the disk reports an error",
};

/**
 * Makes the data folder, closed to others, and sees that this user can work in it.
 * @throws Error that says in words why it cannot
 */
export async function prepareDataFolder(dataDir: string): Promise<void> {
  await explainFolderErrors(dataDir, async () => {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    const { uid } = await stat(dataDir);
    const own = process.getuid?.();
    if (own !== undefined && own !== 0 && uid !== own) {
      throw new Error(
        `The data folder ${dataDir} belongs to another user (uid ${uid}, this process is uid ${own}). ` +
          "Start Plenum as that user, or name another folder with PLENUM_DATA.",
      );
    }
    await access(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  });
}

/** Runs `work`, and says of a full or closed disk what it is, naming the data folder. */
export async function explainFolderErrors<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    const { code = "", path, message } = cause as NodeJS.ErrnoException;
    // PostgreSQL's own programs say it in words.
    const isFull = message.includes("No space left on device");
    const reason = isFull ? REASONS.ENOSPC : REASONS[code];
    if (reason === undefined) throw cause;
    const place = path === undefined || path === dataDir ? "" : ` (${path})`;
    throw new Error(`The data folder ${dataDir} cannot be used: ${reason}${place}.`, { cause });
  }
}
