import { parentPort } from "node:worker_threads";
import { gzipSync } from "node:zlib";
import { type HistoryQuestion, replayHistory } from "@/lib/history/replay-history";
import type { History, HistoryStep } from "@/lib/schemas/history";

/** Steps of a history, the present one included. */
export const HISTORY_STEPS = 60;

export interface AskedHistory {
  question: HistoryQuestion;
  version: number;
  /** The last step; null: it is to be computed too. */
  present: HistoryStep | null;
}
export type HistoryMessage =
  | { kind: "progress"; done: number }
  | { kind: "made"; steps: Uint8Array<ArrayBuffer>; computeMs: number }
  | { kind: "failed"; error: unknown };

parentPort?.on("message", (asked: AskedHistory) => {
  try {
    tell(makeHistory(asked));
  } catch (error) {
    tell({ kind: "failed", error });
  }
});

function makeHistory({ question, version, present }: AskedHistory): HistoryMessage {
  const startedAt = performance.now();
  const steps = present ? [present] : [];
  for (const step of replayHistory(question, HISTORY_STEPS)) {
    steps.push(step);
    tell({ kind: "progress", done: steps.length / HISTORY_STEPS });
  }
  const history: History = { version, steps: steps.reverse() };
  const packed = new Uint8Array(gzipSync(JSON.stringify(history), { level: 9 }));
  return { kind: "made", steps: packed, computeMs: performance.now() - startedAt };
}

function tell(message: HistoryMessage): void {
  parentPort?.postMessage(message);
}
