import { once } from "node:events";
import { setPriority } from "node:os";
import { Worker } from "node:worker_threads";
import { log } from "@/server/log";
import { abortWithParent } from "@/server/process/parent-channel";
import { printPoster } from "./print-poster";
import { printReport } from "./print-report";
import type { LimitedPrintJob } from "./start-printer";

/** The child process that sets reports and posters: whatever one costs or breaks, requests are answered. */
abortWithParent().addEventListener("abort", () => process.exit(0));
setPriority(10); // votes come first

let guarded: Promise<unknown> | null = null;

process.on("message", async ({ memoryMb, ...job }: LimitedPrintJob) => {
  guarded ??= guardMemory(memoryMb);
  await guarded;
  try {
    const print =
      "poster" in job
        ? printPoster(job.poster)
        : printReport(job.report, (news) => process.send?.({ news }));
    process.send?.(await print);
  } catch (error) {
    log.error("A file broke the printer.", { error });
    process.exit(1);
  }
});

/** Resolves once it has looked for the first time. */
function guardMemory(memoryMb: number): Promise<unknown> {
  const guard = new Worker(new URL("memory-guard.mjs", import.meta.url), {
    workerData: { limitBytes: memoryMb * 1e6 },
    execArgv: [], // it needs no loader
  });
  return once(guard, "message");
}
