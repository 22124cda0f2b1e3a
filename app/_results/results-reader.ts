import type { LiveResults, ResultsRequest } from "./fetch-results";

export interface ResultsReader {
  /** One at a time. Rejects when the analysis cannot be had. */
  read(request: ResultsRequest, signal: AbortSignal): Promise<LiveResults>;
  close(): void;
}

/**
 * Reads new analyses in a worker, since to read and lay out one takes a phone several frames; on the
 * page itself where a worker cannot be had.
 */
export function createResultsReader(): ResultsReader {
  let worker = startWorker();
  return {
    async read(request, signal) {
      if (worker) {
        const answer = await ask(worker, request).catch(() => "broken" as const);
        if (answer === null) throw new Error(`Analysis ${request.version} cannot be had.`);
        if (answer !== "broken") return answer;
        worker.terminate();
        worker = null;
      }
      const { fetchResults } = await import("./fetch-results");
      return fetchResults(request, signal);
    },
    close: () => worker?.terminate(),
  };
}

function startWorker(): Worker | null {
  try {
    return new Worker(new URL("./results-worker.ts", import.meta.url), { type: "module" });
  } catch {
    return null; // too old a browser, or one that forbids them
  }
}

/** @returns null when there was no such analysis for it; rejects when the worker itself fails */
function ask(worker: Worker, request: ResultsRequest): Promise<LiveResults | null> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<LiveResults | null>) => resolve(data);
    worker.onerror = reject;
    worker.onmessageerror = reject;
    worker.postMessage(request);
  });
}
