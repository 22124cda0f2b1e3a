import { parseArgs } from "node:util";
import { deriveSecrets } from "../auth/secrets";
import { BackupError } from "../backup/backup-error";
import { checkBackup } from "../backup/read-backup";
import { restoreBackup } from "../backup/restore-backup";
import { migrateDatabase } from "../db/migrate";
import { readEnv } from "../env";
import { openInstanceDatabase } from "../process/instance-database";
import { readInstanceSecret } from "../process/instance-secret";
import type { CommandIo } from "./command";
import { UsageError } from "./usage-error";

export async function run(args: string[], io: CommandIo): Promise<void> {
  const { positionals } = parseArgs({ args, allowPositionals: true, options: {} });
  const [file] = positionals;
  if (file === undefined || positionals.length !== 1) {
    throw new UsageError("Usage: plenum restore FILE");
  }
  try {
    // A broken file is said before a database starts, and before anything is made for one.
    await checkBackup(file);
    await restoreFrom(file, io);
  } catch (error) {
    throw error instanceof BackupError ? new UsageError(error.message, { cause: error }) : error;
  }
}

async function restoreFrom(file: string, io: CommandIo): Promise<void> {
  const env = readEnv();
  // Not as an instance: the first start of one would keep the fingerprint of its own secret.
  const database = await openInstanceDatabase(env, { asMain: false });
  try {
    const secrets = deriveSecrets(await readInstanceSecret(env));
    await migrateDatabase(database.directUrl);
    const { directUrl: url } = database;
    const report = await restoreBackup({ url, file, secretFingerprint: secrets.fingerprint });
    io.stdout({ file, ...report });
    if (env.secret !== undefined) io.notice("Start the instance with the same PLENUM_SECRET.");
  } finally {
    await database.close();
  }
}
