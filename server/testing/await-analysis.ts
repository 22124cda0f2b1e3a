import { expect } from "vitest";
import { runAnalysisWorker, type WorkerOptions } from "@/server/analysis/run-worker";
import type { Sql } from "@/server/db/client";

/** Runs a worker with the real mathematics until nothing is due. */
export async function analyseAllDue(
  { sql, url }: { sql: Sql; url: string },
  options: Partial<WorkerOptions> = {},
): Promise<void> {
  const controller = new AbortController();
  const worker = runAnalysisWorker({
    databaseUrl: url,
    directUrl: url,
    signal: controller.signal,
    ...options,
  });
  try {
    await expect
      .poll(async () => (await sql`select 1 from analysis_queue where due_at is not null`).length, {
        timeout: 60_000,
        interval: 20,
      })
      .toBe(0);
  } finally {
    controller.abort();
    await worker;
  }
}
