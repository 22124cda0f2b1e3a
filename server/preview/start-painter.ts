import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { log } from "@/server/log";
import { projectRoot } from "@/server/process/project-root";
import { ServiceError } from "@/server/services/errors";
import type { Painter, PaintJob } from "@/server/services/previews/painter";

const mostWaiting = 50;

/**
 * Paints one picture after the other in a process of its own, which starts with the first and ends
 * when there was nothing to do for a while: with the fonts it holds 200 MB.
 */
export function startPainter(times: { patienceMs?: number; idleMs?: number } = {}): Painter {
  const { patienceMs = 20_000, idleMs = 60_000 } = times;
  let child: ChildProcess | null = null;
  let isClosed = false;
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();
  let idle: NodeJS.Timeout | undefined;

  function start(): ChildProcess {
    const started = forkPainter();
    child = started;
    started.once("exit", () => {
      if (child === started) child = null;
    });
    return started;
  }

  function stop(): void {
    if (child?.connected) child.disconnect();
    child = null;
  }

  return {
    paint(job) {
      if (isClosed || waiting >= mostWaiting) return Promise.reject(tooBusy());
      clearTimeout(idle);
      waiting += 1;
      const painted = last.then(() => {
        if (isClosed) throw notPainted();
        return askChild(child ?? start(), job, patienceMs);
      });
      last = painted
        .catch(() => isClosed || log.error("A picture could not be painted.", { kind: job.kind }))
        .then(() => {
          waiting -= 1;
          if (waiting === 0) idle = setTimeout(stop, idleMs).unref();
        });
      return painted;
    },
    async close() {
      isClosed = true;
      clearTimeout(idle);
      child?.kill("SIGKILL"); // it keeps nothing that could be lost
      await last;
    },
  };
}

/** Without our environment: it needs none of our secrets. */
function forkPainter(): ChildProcess {
  return fork("server/preview/main.ts", [], {
    cwd: projectRoot,
    env: { NODE_ENV: "production" },
    serialization: "advanced",
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    execArgv: ["--import", fileURLToPath(import.meta.resolve("tsx"))],
  });
}

/** One job at a time: whatever the child says next is the answer. */
function askChild(child: ChildProcess, job: PaintJob, patienceMs: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => child.kill("SIGKILL"), patienceMs);
    const settle = (act: () => void) => {
      clearTimeout(timer);
      child.off("message", finish).off("exit", fail).off("error", fail);
      act();
    };
    const fail = () => settle(() => reject(notPainted()));
    const finish = (png: Uint8Array) => settle(() => resolve(Buffer.from(png)));
    child.once("message", finish).once("exit", fail).once("error", fail);
    child.send(job, (error) => error && fail());
  });
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
