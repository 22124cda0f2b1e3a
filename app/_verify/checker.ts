import type { VerifyAnswer, VerifyQuestion } from "./verify-message";

export interface Checker {
  /** One at a time; `onAnswer` hears how far it is, and last what came out. */
  check(question: VerifyQuestion, onAnswer: (answer: VerifyAnswer) => void): void;
  close(): void;
}

/**
 * Checks in a worker, which is there before a file is: from then on nothing is asked of the network.
 * On the page itself where a worker cannot be had.
 */
export function createChecker(): Checker {
  let worker = startWorker();
  // Its code may not come at all, before there is a file to check.
  const giveUp = () => {
    worker = null;
  };
  worker?.addEventListener("error", giveUp);
  return {
    check(question, onAnswer) {
      const fail = () => onAnswer({ kind: "failure", reason: "broken-off" });
      if (!worker) {
        import("./verify-file")
          .then(({ verifyFile }) => verifyFile(question, onAnswer))
          .catch(fail);
        return;
      }
      worker.onmessage = ({ data }: MessageEvent<VerifyAnswer>) => onAnswer(data);
      worker.onerror = fail;
      worker.onmessageerror = fail;
      worker.postMessage(question);
    },
    close: () => worker?.terminate(),
  };
}

function startWorker(): Worker | null {
  try {
    return new Worker(new URL("./verify-worker.ts", import.meta.url), { type: "module" });
  } catch {
    return null; // too old a browser, or one that forbids them
  }
}
