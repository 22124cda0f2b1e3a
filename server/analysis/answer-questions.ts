import { parentPort } from "node:worker_threads";
import { createEngine } from "@/lib/math/engine";
import { createHeldConversations } from "./held-conversations";
import type { ThreadAnswer, ThreadMessage } from "./start-compute-thread";

const held = createHeldConversations(createEngine);

parentPort?.on("message", (message: ThreadMessage) => {
  if (message.kind === "forget") held.forget(message.conversationId);
  else answer(message);
});

function answer({ id, question }: Extract<ThreadMessage, { kind: "analyse" }>): void {
  try {
    const result = held.analyse(question);
    const { positions, clusterVotes } = result;
    post({ id, result }, [positions.buffer, ...(clusterVotes ? [clusterVotes.buffer] : [])]);
  } catch (error) {
    post({ id, error });
  }
}

function post(answer: ThreadAnswer, transfer: ArrayBuffer[] = []): void {
  parentPort?.postMessage(answer, transfer);
}
