import { Worker } from "node:worker_threads";
import type { AnalysisInput } from "@/lib/math/analyze";
import type { PreviousAnalysis } from "@/lib/math/previous-analysis";
import type { Analysis } from "@/lib/schemas/analysis";
import { log } from "@/server/log";

export interface ComputeQuestion {
  input: AnalysisInput;
  previous: PreviousAnalysis | null;
}
export type ComputeAnswer = { analysis: Analysis } | { error: unknown };

export interface ComputePool {
  /** Takes over the arrays of `input.votes`. */
  compute(question: ComputeQuestion): Promise<Analysis>;
  close(): Promise<void>;
}

/**
 * Threads that compute, so that however long it takes the process renews its leases, hears and ends
 * when it is told to. At most `size` computations may be asked for at once.
 */
export function createComputePool(size: number): ComputePool {
  const idle: Worker[] = [];
  const all = new Set<Worker>();
  let isClosed = false;

  function startThread(): Worker {
    const thread = new Worker(new URL("./compute-thread.mjs", import.meta.url), { execArgv: [] });
    all.add(thread);
    // Out of memory, say: whoever waits is told, and the next question gets a new thread.
    thread.on("error", (error) => log.error("A computing thread failed.", { error }));
    thread.once("exit", () => {
      all.delete(thread);
      const place = idle.indexOf(thread);
      if (place >= 0) idle.splice(place, 1);
    });
    return thread;
  }

  function takeThread(): Worker {
    const waiting = idle.pop();
    if (waiting) return waiting;
    if (all.size >= size) throw new RangeError(`There are only ${size} threads.`);
    return startThread();
  }

  // Loading the code takes a thread a second at most; the first analysis need not wait for it.
  idle.push(startThread());
  return {
    async compute(question) {
      if (isClosed) throw new Error("The threads are closed.");
      const thread = takeThread();
      const answer = await ask(thread, question);
      idle.push(thread);
      if ("error" in answer) throw answer.error;
      return answer.analysis;
    },
    async close() {
      isClosed = true;
      await Promise.all([...all].map((thread) => thread.terminate()));
    },
  };
}

function ask(thread: Worker, question: ComputeQuestion): Promise<ComputeAnswer> {
  return new Promise((resolve, reject) => {
    const settle = () => {
      thread.off("message", onMessage).off("error", onError).off("exit", onExit);
    };
    const onMessage = (answer: ComputeAnswer) => {
      settle();
      resolve(answer);
    };
    const onError = (error: Error) => {
      settle();
      reject(error);
    };
    const onExit = () => {
      settle();
      reject(new Error("The thread ended before it answered."));
    };
    thread.on("message", onMessage).on("error", onError).on("exit", onExit);
    const { participants, statements, rowStart, columns, values } = question.input.votes;
    const arrays = [participants, statements, rowStart, columns, values];
    thread.postMessage(
      question,
      arrays.map((array) => array.buffer as ArrayBuffer),
    );
  });
}
