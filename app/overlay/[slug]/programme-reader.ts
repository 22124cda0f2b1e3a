import type { ProgrammeRequest, ShownProgramme } from "./fetch-programme";

export interface ProgrammeReader {
  /** One at a time. Null when there is none (any more); rejects when it cannot be had. */
  read(request: ProgrammeRequest, signal: AbortSignal): Promise<ShownProgramme | null>;
  close(): void;
}

type Answer = { shown: ShownProgramme | null } | null;

/** Reads in a worker, for to lay out a map takes several frames; on the page where there is no worker. */
export function createProgrammeReader(): ProgrammeReader {
  let worker = startWorker();
  return {
    async read(request, signal) {
      if (worker) {
        const answer = await ask(worker, request).catch(() => "broken" as const);
        if (answer === null) throw new Error("The programme cannot be had.");
        if (answer !== "broken") return answer.shown;
        worker.terminate();
        worker = null;
      }
      const { fetchProgramme } = await import("./fetch-programme");
      return fetchProgramme(request, signal);
    },
    close: () => worker?.terminate(),
  };
}

function startWorker(): Worker | null {
  try {
    return new Worker(new URL("./programme-worker.ts", import.meta.url), { type: "module" });
  } catch {
    return null; // too old a browser, or one that forbids them
  }
}

function ask(worker: Worker, request: ProgrammeRequest): Promise<Answer> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Answer>) => resolve(data);
    worker.onerror = reject;
    worker.onmessageerror = reject;
    worker.postMessage(request);
  });
}
