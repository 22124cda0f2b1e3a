import { Worker } from "node:worker_threads";
import { log } from "@/server/log";
import type { AnalysisQuestion, AnalysisResult } from "./held-conversations";

export type ThreadMessage =
  | { kind: "analyse"; id: number; question: AnalysisQuestion }
  | { kind: "forget"; conversationId: number };
export type ThreadAnswer = { id: number; result: AnalysisResult } | { id: number; error: unknown };

export interface ComputeThread {
  /** Conversations whose votes are here, each with its size in bytes. */
  readonly held: ReadonlyMap<number, number>;
  /** Questions it has not answered yet. */
  readonly waiting: number;
  /** Takes over the arrays of the question. @throws Error when the thread ends before it answers */
  analyse(question: AnalysisQuestion): Promise<AnalysisResult>;
  forget(conversationId: number): void;
  terminate(): Promise<void>;
}

interface Waiting {
  resolve(result: AnalysisResult): void;
  reject(error: unknown): void;
}

/** Starts a thread; one that dies, out of memory say, takes what it held with it. */
export function startComputeThread(onExit: () => void): ComputeThread {
  const worker = new Worker(new URL("./compute-thread.mjs", import.meta.url), { execArgv: [] });
  const held = new Map<number, number>();
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  const send = (message: ThreadMessage, transfer: ArrayBuffer[] = []) =>
    worker.postMessage(message, transfer);

  worker.on("message", (answer: ThreadAnswer) => {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ("error" in answer) asked?.reject(answer.error);
    else asked?.resolve(answer.result);
  });
  worker.on("error", (error) => log.error("A computing thread failed.", { error }));
  worker.once("exit", () => {
    held.clear();
    onExit();
    for (const { reject } of waiting.values()) {
      reject(new Error("The thread ended before it answered."));
    }
    waiting.clear();
  });

  function forget(conversationId: number): void {
    if (held.delete(conversationId)) send({ kind: "forget", conversationId });
  }

  return {
    held,
    get waiting() {
      return waiting.size;
    },
    async analyse(question) {
      const { conversationId } = question;
      held.set(conversationId, held.get(conversationId) ?? 0);
      try {
        const result = await new Promise<AnalysisResult>((resolve, reject) => {
          lastId += 1;
          waiting.set(lastId, { resolve, reject });
          send({ kind: "analyse", id: lastId, question }, listBuffers(question));
        });
        held.set(conversationId, result.bytes);
        return result;
      } catch (error) {
        forget(conversationId);
        throw error;
      }
    },
    forget,
    async terminate() {
      await worker.terminate();
    },
  };
}

function listBuffers({ votes, changes }: AnalysisQuestion): ArrayBuffer[] {
  const chunks = votes?.chunks.flatMap(({ rows, codes }) => [rows, codes]) ?? [];
  const ids = votes ? [votes.participants, votes.statements] : [];
  return [...chunks, ...ids, changes].map(({ buffer }) => buffer as ArrayBuffer);
}
