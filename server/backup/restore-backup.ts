import type { TransactionSql } from "postgres";
import { openDatabase } from "@/server/db/client";
import { type CopyIn, copyIn } from "@/server/db/copy-in";
import {
  listAppliedMigrations,
  listTables,
  type TableDescription,
} from "@/server/db/queries/catalog";
import { BackupError } from "./backup-error";
import type { BackupEnd, BackupHeader, TableStart } from "./backup-format";
import { type BackupPart, readBackup } from "./read-backup";
import { advanceSchema, rewindSchema } from "./schema-versions";

export interface RestoreReport {
  createdAt: string;
  rows: Record<string, number>;
}

/** What a start writes before anybody has done anything; the backup's own rows take its place. */
const REPLACEABLE = new Set(["instance_facts", "verifications", "sessions"]);

/**
 * Brings a backup into an instance that is migrated and empty, in one transaction: all of it or nothing.
 * @param secretFingerprint of the secret this instance starts with
 * @throws BackupError when the file, the secret or the instance does not allow it
 */
export async function restoreBackup(options: {
  url: string;
  file: string;
  secretFingerprint: string;
}): Promise<RestoreReport> {
  const database = openDatabase(options.url, { max: 1, name: "plenum restore" });
  try {
    const report = await database.sql.begin((tx) => restore(tx, options));
    await database.sql`analyze`;
    return report;
  } finally {
    await database.close();
  }
}

async function restore(
  tx: TransactionSql,
  options: { file: string; secretFingerprint: string },
): Promise<RestoreReport> {
  const parts = readBackup(options.file);
  const header = await readHeader(parts);
  checkSecret(header, options.secretFingerprint);
  const isOlder = await checkMigrations(tx, header);
  await clearEmptyInstance(tx, await listTables(tx));
  if (isOlder) await rewindSchema(tx, header.migrations);
  const tables = await listTables(tx);
  const end = await copyTables(tx, tables, parts);
  const rows = await finish(tx, tables, end);
  if (isOlder) await advanceSchema(tx, header.migrations);
  return { createdAt: header.createdAt, rows };
}

async function copyTables(
  tx: TransactionSql,
  tables: TableDescription[],
  parts: AsyncGenerator<BackupPart>,
): Promise<BackupEnd> {
  let copy: CopyIn | null = null;
  try {
    for await (const part of parts) {
      if (part.kind === "rows") {
        if (!copy) throw new BackupError("The file is damaged: it has rows of no table.");
        await copy.write(part.bytes);
        continue;
      }
      await copy?.finish();
      copy = part.kind === "table" ? await copyIn(tx, findTarget(tables, part.table)) : null;
      if (part.kind === "end") return part.end;
    }
  } catch (error) {
    await copy?.abort();
    throw error;
  }
  throw new BackupError("The file is cut short.");
}

async function readHeader(parts: AsyncGenerator<BackupPart>): Promise<BackupHeader> {
  const { value } = await parts.next();
  if (value?.kind !== "header") throw new BackupError("The file begins with no header.");
  return value.header;
}

function checkSecret({ secretFingerprint }: BackupHeader, own: string): void {
  if (secretFingerprint === null || secretFingerprint === own) return;
  throw new BackupError(
    "The backup belongs to another secret, which is not in the file. Set PLENUM_SECRET to the one " +
      "of that instance, or copy the file `secret` of its data folder into this one, and restore again.",
  );
}

/** Whether the backup is of an older version, whose migrations this one has all had. */
async function checkMigrations(tx: TransactionSql, header: BackupHeader): Promise<boolean> {
  const applied = await listAppliedMigrations(tx);
  const { migrations } = header;
  if (migrations.every((at, index) => at === applied[index])) {
    return migrations.length < applied.length;
  }
  throw new BackupError(
    `The backup was made by Plenum ${header.plenum}, whose migrations this one does not have. ` +
      "Restore it with that version or a newer one.",
  );
}

/** Nobody writes while this looks, and until the transaction ends. */
async function clearEmptyInstance(tx: TransactionSql, tables: TableDescription[]): Promise<void> {
  for (const { name } of tables) await tx`lock table ${tx(name)} in exclusive mode`;
  for (const { name } of tables) {
    if (REPLACEABLE.has(name)) continue;
    const rows = await tx`select 1 from ${tx(name)} limit 1`;
    if (rows.length === 0) continue;
    throw new BackupError(
      `The instance is not empty: there are rows in ${name}. Restore into a new data folder or database.`,
    );
  }
  for (const name of REPLACEABLE) await tx`delete from ${tx(name)}`;
}

/** Only names that this database knows end up in SQL. */
function findTarget(tables: TableDescription[], { table, columns }: TableStart): string {
  const known = tables.find(({ name }) => name === table);
  const strange = columns.filter((column) => !known?.columns.includes(column));
  if (!known || strange.length > 0) {
    throw new BackupError(`This version has no ${[table, ...strange].join(", ")}.`);
  }
  return `${quote(table)} (${columns.map(quote).join(", ")})`;
}

async function finish(
  tx: TransactionSql,
  tables: TableDescription[],
  end: BackupEnd,
): Promise<Record<string, number>> {
  const rows: Record<string, number> = {};
  for (const { name } of tables) {
    const [found] = await tx<{ rows: number }[]>`select count(*) as rows from ${tx(name)}`;
    rows[name] = found!.rows;
    const expected = end.rows[name] ?? 0;
    if (found!.rows === expected) continue;
    throw new BackupError(`The table ${name} has ${found!.rows} rows instead of ${expected}.`);
  }
  for (const { table, column, last } of end.sequences) {
    if (last === 0) continue;
    await tx`select setval(pg_get_serial_sequence(${table}, ${column}), ${last})`;
  }
  return rows;
}

function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
