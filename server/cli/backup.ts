import { parseArgs } from "node:util";
import { BackupError } from "../backup/backup-error";
import { createBackup } from "../backup/create-backup";
import { openInstance } from "../process/instance";
import type { CommandIo } from "./command";
import { UsageError } from "./usage-error";

export async function run(args: string[], io: CommandIo): Promise<void> {
  const { positionals } = parseArgs({ args, allowPositionals: true, options: {} });
  const [file] = positionals;
  if (file === undefined || positionals.length !== 1) {
    throw new UsageError("Usage: plenum backup FILE");
  }
  const instance = await openInstance();
  try {
    io.stdout(await createBackup({ url: instance.directUrl, file }));
    io.notice(
      "The secret is not in the backup. Keep PLENUM_SECRET (or the file `secret` of the data " +
        "folder) in a safe place too: restoring needs both.",
    );
  } catch (error) {
    throw error instanceof BackupError ? new UsageError(error.message, { cause: error }) : error;
  } finally {
    await instance.close();
  }
}
