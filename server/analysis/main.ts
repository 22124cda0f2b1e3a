import { readEnv } from "@/server/env";
import { log } from "@/server/log";
import { abortWithParent } from "@/server/process/parent-channel";
import { runAnalysisWorker } from "./run-worker";

/** The child process that server/main.ts forks, with the database's address in its environment. */
const env = readEnv();
const signal = abortWithParent();

try {
  if (!env.databaseUrl || !env.databaseDirectUrl) throw new Error("DATABASE_URL is not set.");
  await runAnalysisWorker({
    databaseUrl: env.databaseUrl,
    directUrl: env.databaseDirectUrl,
    signal,
  });
  process.exit(0);
} catch (error) {
  log.error("The analysis process ended.", { error });
  process.exit(1);
}
