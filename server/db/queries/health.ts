import { sql } from "drizzle-orm";
import type { Queryable } from "../client";

export interface DatabaseHealth {
  serverVersion: string;
  /** The date of the newest migration applied, as drizzle's journal gives it. */
  migratedTo: number;
  /** Conversations that wait for an analysis. */
  dueConversations: number;
  /** How long the one that has waited longest has waited; 0 when none waits. */
  analysisLagMs: number;
}

export async function findDatabaseHealth(db: Queryable): Promise<DatabaseHealth> {
  const [row] = await db.execute<{
    server_version: string;
    migrated_to: string | null;
    due: number;
    lag_ms: number;
  }>(sql`
    select current_setting('server_version') as server_version,
      (select max(created_at)::text from drizzle.__drizzle_migrations) as migrated_to,
      (select count(*)::int from analysis_queue where due_at <= now()) as due,
      (select coalesce(extract(epoch from now() - min(due_at)) * 1000, 0)::float8
        from analysis_queue where due_at <= now()) as lag_ms`);
  return {
    serverVersion: row!.server_version,
    migratedTo: Number(row!.migrated_to ?? 0),
    dueConversations: row!.due,
    analysisLagMs: Math.round(row!.lag_ms),
  };
}
