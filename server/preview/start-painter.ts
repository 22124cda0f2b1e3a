import { log } from "@/server/log";
import { createChildQueue } from "@/server/process/child-queue";
import { ServiceError } from "@/server/services/errors";
import type { Painter, PaintJob } from "@/server/services/previews/painter";

/** With the fonts its process holds 200 MB. */
export function startPainter(times: { patienceMs?: number; idleMs?: number } = {}): Painter {
  const { patienceMs = 20_000, idleMs = 60_000 } = times;
  let isClosed = false;
  const queue = createChildQueue<PaintJob>({
    module: "server/preview/main.ts",
    patienceMs,
    idleMs,
    mostWaiting: 50,
    tooBusy,
    failed: notPainted,
  });
  return {
    async paint(job) {
      try {
        return await queue.run(job);
      } catch (error) {
        if (!isClosed) log.error("A picture could not be painted.", { kind: job.kind });
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
  const message = "Too many pictures are waiting to be painted.";
  return new ServiceError("SERVICE_UNAVAILABLE", "painter-busy", message, {
    retryAfterSeconds: 30,
  });
}

function notPainted(): ServiceError {
  const message = "The picture could not be painted.";
  return new ServiceError("SERVICE_UNAVAILABLE", "not-painted", message, { retryAfterSeconds: 60 });
}
