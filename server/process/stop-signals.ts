import { readFileSync } from "node:fs";
import { log } from "@/server/log";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
const PARENT_CHECK_MS = 500;

/**
 * Aborts at the first signal to stop; later ones are ignored, since stopping is under way. Under npm
 * it also aborts when npm is gone, which may die without a word to us.
 */
export function listenForStop(options: { isStartedByNpm: boolean }): AbortSignal {
  const controller = new AbortController();
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      if (controller.signal.aborted) return;
      log.info("Stopping.", { signal });
      controller.abort();
    });
  }
  if (options.isStartedByNpm) watchParent(controller);
  return controller.signal;
}

function watchParent(controller: AbortController): void {
  const begun = ancestors();
  const timer = setInterval(() => {
    if (ancestors() === begun) return;
    clearInterval(timer);
    if (controller.signal.aborted) return;
    log.info("Stopping, since npm has ended.");
    controller.abort();
  }, PARENT_CHECK_MS);
  timer.unref();
}

/** The shell that npm starts, and where that can be read npm itself: the shell outlives its death. */
function ancestors(): string {
  const parent = process.ppid;
  try {
    const status = readFileSync(`/proc/${parent}/status`, "utf8");
    return `${parent} ${/^PPid:\s*(\d+)/m.exec(status)?.[1]}`;
  } catch {
    return String(parent); // not Linux
  }
}
