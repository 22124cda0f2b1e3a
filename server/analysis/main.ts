import { readEnv } from "@/server/env";
import { log } from "@/server/log";
import { runAnalysisWorker } from "./run-worker";

/** The child process that server/main.ts forks, with the database's address in its environment. */
const env = readEnv();
const controller = new AbortController();
const stop = () => controller.abort();
// The parent ends it by closing the channel, and so does its death, whatever the cause.
process.once("disconnect", stop);
process.once("SIGTERM", stop);
// Ctrl-C reaches the whole group; the parent decides in which order to stop.
process.on("SIGINT", () => {});

try {
  if (!env.databaseUrl || !env.databaseDirectUrl) throw new Error("DATABASE_URL is not set.");
  await runAnalysisWorker({
    databaseUrl: env.databaseUrl,
    directUrl: env.databaseDirectUrl,
    signal: controller.signal,
  });
  process.exit(0);
} catch (error) {
  log.error("The analysis process ended.", { error });
  process.exit(1);
}
