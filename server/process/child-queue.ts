import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { projectRoot } from "./project-root";

export interface ChildQueueOptions {
  /** From the root of the project. */
  module: string;
  /** ms that one job may take. */
  patienceMs: number;
  /** ms without a job after which the process ends. */
  idleMs: number;
  mostWaiting: number;
  tooBusy(): Error;
  /** Why a job that broke the process, or took too long, has no answer. */
  failed(): Error;
}

/** Does one job after the other in a process of its own. */
export interface ChildQueue<Job> {
  /**
   * @param onNews what the child says before its answer, as `{ news }`
   * @throws what the options give
   */
  run(job: Job, onNews?: (news: string) => void): Promise<Buffer>;
  close(): Promise<void>;
}

/**
 * The process starts with the first job and ends when there was nothing to do for a while. Whatever a
 * job costs or breaks, requests are answered.
 */
export function createChildQueue<Job extends object>(options: ChildQueueOptions): ChildQueue<Job> {
  const { idleMs, mostWaiting, tooBusy, failed } = options;
  let child: ChildProcess | null = null;
  let isClosed = false;
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();
  let idle: NodeJS.Timeout | undefined;

  function start(): ChildProcess {
    const started = forkChild(options.module);
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
    run(job, onNews = () => {}) {
      if (isClosed || waiting >= mostWaiting) return Promise.reject(tooBusy());
      clearTimeout(idle);
      waiting += 1;
      const done = last.then(() => {
        if (isClosed) throw failed();
        return askChild(child ?? start(), job, { ...options, onNews });
      });
      last = done
        .catch(() => {}) // it is told to whoever asked
        .then(() => {
          waiting -= 1;
          if (waiting === 0) idle = setTimeout(stop, idleMs).unref();
        });
      return done;
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
function forkChild(module: string): ChildProcess {
  return fork(module, [], {
    cwd: projectRoot,
    env: { NODE_ENV: "production" },
    serialization: "advanced",
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    execArgv: ["--import", fileURLToPath(import.meta.resolve("tsx"))],
  });
}

type Message = Uint8Array | { news: string };

/** One job at a time: the next bytes that the child says are the answer. */
function askChild(
  child: ChildProcess,
  job: object,
  {
    patienceMs,
    failed,
    onNews,
  }: Pick<ChildQueueOptions, "patienceMs" | "failed"> & { onNews(news: string): void },
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => child.kill("SIGKILL"), patienceMs);
    const settle = (act: () => void) => {
      clearTimeout(timer);
      child.off("message", hear).off("exit", fail).off("error", fail);
      act();
    };
    const fail = () => settle(() => reject(failed()));
    const hear = (message: Message) => {
      if ("news" in message) return onNews(message.news);
      settle(() => resolve(Buffer.from(message)));
    };
    child.on("message", hear).once("exit", fail).once("error", fail);
    child.send(job, (error) => error && fail());
  });
}
