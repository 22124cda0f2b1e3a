import { type ChildProcess, fork } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { log } from "@/server/log";
import { projectRoot } from "./project-root";

const FIRST_DELAY_MS = 250;
const LONGEST_DELAY_MS = 30_000;
const STEADY_AFTER_MS = 60_000;
const STOP_PATIENCE_MS = 3_000;

/** A child process that is started again when it dies, and that ends when its channel closes. */
export interface SupervisedChild {
  stop(): Promise<void>;
}

export function superviseChild(options: {
  name: string;
  /** The module, from the project's root. */
  module: string;
  env: NodeJS.ProcessEnv;
  args?: string[];
  /** From then on its end is no surprise: the signal that stops us may reach it as well. */
  ending: AbortSignal;
}): SupervisedChild {
  const stop = new AbortController();
  const stopping = AbortSignal.any([stop.signal, options.ending]);
  let child: ChildProcess | undefined;
  const done = keepRunning();

  async function keepRunning(): Promise<void> {
    for (let delayMs = FIRST_DELAY_MS; !stopping.aborted; ) {
      const startedAt = Date.now();
      child = forkModule(options);
      const ending = await ended(child);
      if (stopping.aborted) return;
      if (Date.now() - startedAt > STEADY_AFTER_MS) delayMs = FIRST_DELAY_MS;
      log.error("A child process ended and is started again.", {
        child: options.name,
        ...ending,
        delayMs,
      });
      await sleep(delayMs, undefined, { signal: stopping }).catch(() => {});
      delayMs = Math.min(delayMs * 2, LONGEST_DELAY_MS);
    }
  }

  return {
    stop: async () => {
      stop.abort();
      if (child?.connected) child.disconnect();
      const killer = setTimeout(() => child?.kill("SIGKILL"), STOP_PATIENCE_MS);
      await done;
      clearTimeout(killer);
    },
  };
}

function forkModule(options: { module: string; env: NodeJS.ProcessEnv; args?: string[] }) {
  return fork(options.module, options.args ?? [], {
    cwd: projectRoot,
    env: options.env,
    // Its own stdout would end up in our one JSON document.
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    execArgv: ["--import", fileURLToPath(import.meta.resolve("tsx"))],
  });
}

async function ended(
  child: ChildProcess,
): Promise<{ code: number | null; signal: NodeJS.Signals | null; error?: Error }> {
  return new Promise((resolve) => {
    child.once("exit", (code, signal) => resolve({ code, signal }));
    child.once("error", (error) => {
      if (child.exitCode === null && child.pid === undefined) {
        resolve({ code: null, signal: null, error });
      }
    });
  });
}
