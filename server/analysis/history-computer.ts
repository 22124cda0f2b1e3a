import { Worker } from "node:worker_threads";
import { log } from "@/server/log";
import type { AskedHistory, HistoryMessage } from "./answer-history";

export interface MadeHistory {
  /** The answer, compressed by gzip. */
  steps: Uint8Array<ArrayBuffer>;
  computeMs: number;
}

/** Makes one history at a time, in a thread of its own: live analyses do not wait for it. */
export interface HistoryComputer {
  /** Takes over the arrays. @throws Error when the thread ends before it is done */
  make(asked: AskedHistory, onProgress: (done: number) => void): Promise<MadeHistory>;
  close(): Promise<void>;
}

// Loading the code takes a second at most; whoever asks for one history may ask for the next soon.
const IDLE_MS = 60_000;

/** The thread is started when it is needed, and ends when it has not been for a minute. */
export function createHistoryComputer(): HistoryComputer {
  let worker: Worker | null = null;
  let idle: NodeJS.Timeout | undefined;

  function start(): Worker {
    const started = new Worker(new URL("./history-thread.mjs", import.meta.url), { execArgv: [] });
    started.on("error", (error) => log.error("The history thread failed.", { error }));
    started.once("exit", () => {
      if (worker === started) worker = null;
    });
    worker = started;
    return started;
  }

  async function close(): Promise<void> {
    clearTimeout(idle);
    await worker?.terminate();
  }

  return {
    async make(asked, onProgress) {
      clearTimeout(idle);
      try {
        return await ask(worker ?? start(), asked, onProgress);
      } finally {
        idle = setTimeout(close, IDLE_MS).unref();
      }
    },
    close,
  };
}

function ask(
  worker: Worker,
  asked: AskedHistory,
  onProgress: (done: number) => void,
): Promise<MadeHistory> {
  return new Promise((resolve, reject) => {
    const onExit = () => finish(() => reject(new Error("The thread ended before it was done.")));
    const onMessage = (message: HistoryMessage) => {
      if (message.kind === "progress") onProgress(message.done);
      else if (message.kind === "made") finish(() => resolve(message));
      else finish(() => reject(message.error));
    };
    function finish(settle: () => void): void {
      worker.off("exit", onExit);
      worker.off("message", onMessage);
      settle();
    }
    worker.on("exit", onExit);
    worker.on("message", onMessage);
    const { participants, statements, values, at } = asked.question.votes;
    worker.postMessage(
      asked,
      [participants, statements, values, at].map(({ buffer }) => buffer),
    );
  });
}
