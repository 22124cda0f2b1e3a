import journal from "@/drizzle/meta/_journal.json";
import packageFile from "@/package.json";
import { findDatabaseHealth } from "@/server/db/queries/health";
import { ServiceError } from "@/server/services/errors";
import type { ServiceContext } from "../context";
import { withPatience } from "../with-patience";

const PATIENCE_MS = 3_000;

export interface Health {
  status: "ok";
  versions: { plenum: string; node: string; postgresql: string };
  analysis: { dueConversations: number; lagMs: number };
}

/**
 * Asks whether this instance can do its work.
 * @throws ServiceError SERVICE_UNAVAILABLE when the database does not answer within 3 s or is not
 *   migrated; or the error of a connection that failed
 */
export async function checkHealth(ctx: ServiceContext): Promise<Health> {
  const database = await withPatience(findDatabaseHealth(ctx.db), PATIENCE_MS);
  const newest = Math.max(...journal.entries.map((entry) => entry.when));
  if (database.migratedTo < newest) {
    const message = "Migrations have yet to run.";
    throw new ServiceError("SERVICE_UNAVAILABLE", "migrations-pending", message, {
      retryAfterSeconds: 2,
    });
  }
  return {
    status: "ok",
    versions: {
      plenum: packageFile.version,
      node: process.versions.node,
      postgresql: database.serverVersion,
    },
    analysis: { dueConversations: database.dueConversations, lagMs: database.analysisLagMs },
  };
}
