import { setTimeout as sleep } from "node:timers/promises";
import { type EmbeddedServer, startEmbeddedServer } from "@/server/db/embedded/server";
import type { Env } from "@/server/env";
import { type InstanceLocks, openInstanceLocks } from "./instance-locks";

const STOPPING = new Set(["57P01", "57P03", "ECONNREFUSED", "ECONNRESET", "CONNECTION_CLOSED"]);
const ATTEMPTS = 50;

/** The database of this instance, embedded or the user's own. */
export interface InstanceDatabase {
  url: string;
  /** The address for LISTEN and session locks. */
  directUrl: string;
  isEmbedded: boolean;
  /** Lets go of it; the last process that uses the embedded server stops it. */
  close(): Promise<void>;
}

/**
 * Finds or starts the database.
 * @param options.asMain refuse when another process runs this data folder
 * @param options.onLost hears when the embedded server goes away by itself
 */
export async function openInstanceDatabase(
  env: Env,
  options: { asMain: boolean; onLost?: () => void },
): Promise<InstanceDatabase> {
  if (env.databaseUrl !== undefined) {
    return {
      url: env.databaseUrl,
      directUrl: env.databaseDirectUrl ?? env.databaseUrl,
      isEmbedded: false,
      close: async () => {},
    };
  }
  const { server, locks } = await startAndLock(env.dataDir, options.onLost);
  if (options.asMain && !(await locks.takeMain())) {
    await locks.close();
    throw new Error(
      `Plenum already runs on the data folder ${env.dataDir}. Stop it first, or name another folder with PLENUM_DATA.`,
    );
  }
  return {
    url: server.url,
    directUrl: server.url,
    isEmbedded: true,
    close: async () => {
      if (await locks.releaseAndAskWhetherLast()) await server.stop();
      await locks.close();
    },
  };
}

/** A server whose last user is about to stop it may be met: then it is started once more. */
async function startAndLock(
  dataDir: string,
  onLost?: () => void,
): Promise<{ server: EmbeddedServer; locks: InstanceLocks }> {
  for (let attempt = 1; ; attempt += 1) {
    const server = await startEmbeddedServer(dataDir);
    try {
      return { server, locks: await openInstanceLocks(server.url, onLost) };
    } catch (error) {
      const { code } = error as { code?: string };
      if (attempt === ATTEMPTS || code === undefined || !STOPPING.has(code)) throw error;
      await sleep(100);
    }
  }
}
