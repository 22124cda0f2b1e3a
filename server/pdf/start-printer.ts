import { log } from "@/server/log";
import { createChildQueue } from "@/server/process/child-queue";
import { ServiceError } from "@/server/services/errors";
import type { PosterJob } from "@/server/services/posters/posters";
import { type Printer, type PrintJob, printSteps } from "@/server/services/reports/printer";

interface Limits {
  patienceMs?: number;
  idleMs?: number;
  /** Of the whole process; a report of 2,000 statements takes 700. */
  memoryMb?: number;
}

/** What the child is sent. */
export type LimitedPrintJob = { memoryMb: number } & ({ report: PrintJob } | { poster: PosterJob });

/** Sets PDFs in a process of its own, limited in time and memory. */
export function startPrinter(limits: Limits = {}): Printer {
  const { patienceMs = 120_000, idleMs = 60_000, memoryMb = 1_500 } = limits;
  let isClosed = false;
  const queue = createChildQueue<LimitedPrintJob>({
    module: "server/pdf/main.ts",
    patienceMs,
    idleMs,
    mostWaiting: 20,
    tooBusy,
    failed: notPrinted,
  });
  return {
    async print(job, onStep) {
      const hear = (news: string) => {
        const step = printSteps.find((known) => known === news);
        if (step) onStep(step);
      };
      try {
        return await queue.run({ report: job, memoryMb }, hear);
      } catch (error) {
        const { slug } = job.source.body.conversation;
        if (!isClosed) log.error("A report could not be printed.", { slug, locale: job.locale });
        throw error;
      }
    },
    async printPoster(poster) {
      try {
        return await queue.run({ poster, memoryMb });
      } catch (error) {
        if (!isClosed) log.error("A poster could not be printed.", { url: poster.url });
        throw error;
      }
    },
    close() {
      isClosed = true;
      return queue.close();
    },
  };
}

function tooBusy(): ServiceError {
  const message = "Too many files are waiting to be printed.";
  return new ServiceError("SERVICE_UNAVAILABLE", "printer-busy", message, {
    retryAfterSeconds: 30,
  });
}

function notPrinted(): ServiceError {
  const message = "It could not be printed.";
  return new ServiceError("SERVICE_UNAVAILABLE", "not-printed", message, {
    retryAfterSeconds: 60,
  });
}
