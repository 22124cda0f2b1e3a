import type { ISql } from "postgres";

export interface TableDescription {
  name: string;
  columns: string[];
}

/** Every table of ours, those that others refer to first; a partition belongs to its table. */
export async function listTables(sql: ISql): Promise<TableDescription[]> {
  const tables = await sql<TableDescription[]>`
    select c.relname as name,
      array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and not c.relispartition and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    group by c.oid, c.relname order by c.relname`;
  const references = await sql<{ from: string; to: string }[]>`
    select distinct f.relname as "from", t.relname as "to"
    from pg_constraint k join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid
    where k.contype = 'f' and k.connamespace = 'public'::regnamespace and f.oid <> t.oid
      and not f.relispartition`;
  return sortByReferences([...tables], references);
}

function sortByReferences(
  tables: TableDescription[],
  references: readonly { from: string; to: string }[],
): TableDescription[] {
  const sorted: TableDescription[] = [];
  const visit = (table: TableDescription) => {
    if (sorted.includes(table)) return;
    for (const { to } of references.filter(({ from }) => from === table.name)) {
      const referred = tables.find(({ name }) => name === to);
      if (referred) visit(referred);
    }
    sorted.push(table);
  };
  for (const table of tables) visit(table);
  return sorted;
}

/** When each migration was written that this database has seen, ascending. */
export async function listAppliedMigrations(sql: ISql): Promise<number[]> {
  const rows = await sql<{ at: number }[]>`
    select created_at::float8 as at from drizzle.__drizzle_migrations order by created_at`;
  return rows.map((row) => row.at);
}

/** The identity columns, and the last number that each gave out (0: none yet). */
export async function listSequences(
  sql: ISql,
): Promise<{ table: string; column: string; last: number }[]> {
  return sql<{ table: string; column: string; last: number }[]>`
    select table_name::text as "table", column_name::text as "column",
      coalesce(pg_sequence_last_value(
        pg_get_serial_sequence(format('%I', table_name), column_name)::regclass), 0)::float8 as last
    from information_schema.columns
    where table_schema = 'public' and is_identity = 'YES' order by 1, 2`;
}
