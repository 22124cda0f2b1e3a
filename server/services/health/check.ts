import journal from "@/drizzle/meta/_journal.json";
import packageFile from "@/package.json";
import { type DatabaseHealth, findDatabaseHealth } from "@/server/db/queries/health";
import { ServiceError } from "@/server/services/errors";
import type { ServiceContext } from "../context";

const PATIENCE_MS = 3_000;

export interface Health {
  status: "ok";
  versions: { plenum: string; node: string; postgresql: string };
  analysis: { dueConversations: number; lagMs: number };
}

/**
 * Asks whether this instance can do its work.
 * @throws ServiceError SERVICE_UNAVAILABLE when the database does not answer within 3 s or is not migrated
 */
export async function checkHealth(ctx: ServiceContext): Promise<Health> {
  const database = await askDatabase(ctx);
  const newest = Math.max(...journal.entries.map((entry) => entry.when));
  if (database.migratedTo < newest) {
    throw unavailable("migrations-pending", "Migrations have yet to run.");
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

async function askDatabase(ctx: ServiceContext): Promise<DatabaseHealth> {
  let timer: NodeJS.Timeout | undefined;
  const outOfPatience = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("It took too long.")), PATIENCE_MS);
  });
  try {
    return await Promise.race([findDatabaseHealth(ctx.db), outOfPatience]);
  } catch (cause) {
    throw unavailable("database-unavailable", "The database does not answer.", cause);
  } finally {
    clearTimeout(timer);
  }
}

function unavailable(reason: string, message: string, cause?: unknown): ServiceError {
  return new ServiceError("SERVICE_UNAVAILABLE", reason, message, { cause, retryAfterSeconds: 2 });
}
