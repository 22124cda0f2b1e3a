import { createHash, randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { access, constants, open, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { TransactionSql } from "postgres";
import packageFile from "@/package.json";
import { openDatabase } from "@/server/db/client";
import { copyOut } from "@/server/db/copy-out";
import { listAppliedMigrations, listSequences, listTables } from "@/server/db/queries/catalog";
import { BackupError } from "./backup-error";
import {
  BACKUP_FORMAT,
  BACKUP_FORMAT_VERSION,
  type BackupEnd,
  type BackupHeader,
  type TableStart,
} from "./backup-format";

export interface BackupReport {
  file: string;
  bytes: number;
  rows: Record<string, number>;
}

/**
 * Writes the whole instance, as it is at one moment, to a file that is there once it is complete.
 * Votes go on meanwhile: every table is read from the same snapshot.
 * @param url leads to PostgreSQL itself, for the snapshot is shared between connections
 * @throws BackupError when the file cannot be where it is wanted
 */
export async function createBackup(options: { url: string; file: string }): Promise<BackupReport> {
  const { url, file } = options;
  await checkTarget(file);
  // In a container every process has the same id, the one whose file was left behind as well.
  const temporary = `${file}.${randomUUID()}.partial`;
  const database = openDatabase(url, { max: 1, name: "plenum backup" });
  try {
    // This connection only holds the snapshot while others copy, for as long as that takes.
    await database.sql`set idle_in_transaction_session_timeout = 0`;
    const rows = await database.sql.begin("isolation level repeatable read read only", (tx) =>
      writeFile(tx, url, temporary),
    );
    await persist(temporary);
    await rename(temporary, file);
    const { size: bytes } = await stat(file);
    return { file, bytes, rows };
  } finally {
    await rm(temporary, { force: true });
    await database.close();
  }
}

async function checkTarget(file: string): Promise<void> {
  try {
    await access(dirname(file), constants.W_OK);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new BackupError(`${file} cannot be written (${code}).`, { cause });
  }
  const there = await stat(file).catch(() => null);
  if (there && !there.isFile()) throw new BackupError(`${file} is there, and it is no file.`);
}

async function writeFile(
  tx: TransactionSql,
  url: string,
  path: string,
): Promise<Record<string, number>> {
  const rows: Record<string, number> = {};
  await pipeline(
    writeLines(tx, url, rows),
    createGzip(),
    // It holds password hashes and sessions.
    createWriteStream(path, { mode: 0o600, flags: "wx" }),
  );
  return rows;
}

async function persist(path: string): Promise<void> {
  const handle = await open(path, "r");
  await handle.sync();
  await handle.close();
}

async function* writeLines(
  tx: TransactionSql,
  url: string,
  rows: Record<string, number>,
): AsyncGenerator<Buffer> {
  const hash = createHash("sha256");
  const hashed = (bytes: Buffer) => {
    hash.update(bytes);
    return bytes;
  };
  const tables = await listTables(tx);
  const [exported] = await tx<{ snapshot: string }[]>`select pg_export_snapshot() as snapshot`;
  yield hashed(
    toLine(
      await describeInstance(
        tx,
        tables.map(({ name }) => name),
      ),
    ),
  );
  for (const { name, columns } of tables) {
    yield hashed(toLine({ table: name, columns } satisfies TableStart));
    rows[name] = 0;
    const query = `select ${columns.map(quote).join(", ")} from ${quote(name)}`;
    for await (const piece of copyOut({ url, query, snapshot: exported!.snapshot })) {
      rows[name] += countLines(piece);
      yield hashed(toLine({ bytes: piece.length }));
      yield hashed(piece);
    }
  }
  const sequences = await listSequences(tx);
  yield toLine({ rows, sequences, sha256: hash.digest("hex") } satisfies BackupEnd);
}

async function describeInstance(tx: TransactionSql, tables: string[]): Promise<BackupHeader> {
  const [facts] = await tx<{ postgresql: string; now: string; fingerprint: string | null }[]>`
    select current_setting('server_version') as postgresql,
      to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as now,
      (select value from instance_facts where name = 'secret-fingerprint') as fingerprint`;
  return {
    format: BACKUP_FORMAT,
    formatVersion: BACKUP_FORMAT_VERSION,
    plenum: packageFile.version,
    postgresql: facts!.postgresql,
    createdAt: facts!.now,
    migrations: await listAppliedMigrations(tx),
    secretFingerprint: facts!.fingerprint,
    tables,
  };
}

function toLine(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value)}\n`);
}

function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

const NEWLINE = 10;

/** In the text form of COPY a row is a line: a newline in a value is written as two characters. */
function countLines(bytes: Buffer): number {
  let lines = 0;
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) lines += 1;
  return lines;
}
