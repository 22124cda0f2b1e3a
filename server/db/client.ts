import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { parseBytes } from "./parse-bytes";
import { makeSafeBegin } from "./safe-begin";
import { schema } from "./schema";

export type Sql = postgres.Sql;
export type Database = PostgresJsDatabase<typeof schema>;
/** What services and queries take: the pool or a transaction on it. */
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];
export type Queryable = Database | Transaction;

export interface DatabaseClient {
  sql: Sql;
  db: Database;
  close(): Promise<void>;
}

/** Opens a pool; nothing connects until the first query. */
export function openDatabase(
  url: string,
  options: { max?: number; name?: string } = {},
): DatabaseClient {
  const sql: Sql = postgres(url, {
    max: options.max ?? 10,
    // Dates are parsed as text. A pooler lets these two through, but not bytea_output.
    connection: { application_name: options.name ?? "plenum", DateStyle: "ISO", TimeZone: "UTC" },
    onnotice: () => {},
    // A server that comes back is found within a second; the default waits up to twenty.
    backoff: (retries: number) => Math.min(3 ** retries / 100, 1),
    // Ids, counts and sequence numbers stay far below 2^53.
    types: {
      bigint: { to: 20, from: [20], parse: Number, serialize: String },
      bytea: { to: 17, from: [17], parse: parseBytes, serialize: toHex },
    },
  });
  sql.begin = makeSafeBegin(sql.begin);
  return { sql, db: drizzle(sql, { schema }), close: () => sql.end({ timeout: 5 }) };
}

function toHex(bytes: Uint8Array): string {
  return `\\x${Buffer.from(bytes).toString("hex")}`;
}
