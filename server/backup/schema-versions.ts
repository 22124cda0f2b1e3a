import { readMigrationFiles } from "drizzle-orm/migrator";
import type { TransactionSql } from "postgres";
import { MIGRATIONS_FOLDER } from "@/server/db/migrate";
import { listTables } from "@/server/db/queries/catalog";

/** Makes the tables of an empty instance anew, as they were when `migrations` were all there were. */
export async function rewindSchema(tx: TransactionSql, migrations: number[]): Promise<void> {
  const tables = await listTables(tx);
  await tx`drop table ${tx(tables.map(({ name }) => name))} cascade`;
  await applyMigrations(tx, (at) => migrations.includes(at));
}

/** Brings the tables, with the rows that are in them now, to what this version has. */
export async function advanceSchema(tx: TransactionSql, migrations: number[]): Promise<void> {
  await applyMigrations(tx, (at) => !migrations.includes(at));
}

async function applyMigrations(
  tx: TransactionSql,
  isWanted: (at: number) => boolean,
): Promise<void> {
  for (const migration of readMigrationFiles({ migrationsFolder: MIGRATIONS_FOLDER })) {
    if (!isWanted(migration.folderMillis)) continue;
    for (const statement of migration.sql) await tx.unsafe(statement);
  }
}
