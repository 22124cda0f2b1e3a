import { parentPort } from "node:worker_threads";
import { analyze } from "@/lib/math/analyze";
import type { ComputeAnswer, ComputeQuestion } from "./compute-pool";

parentPort?.on("message", ({ input, previous }: ComputeQuestion) => {
  parentPort?.postMessage(answer(() => analyze(input, previous ?? undefined)));
});

function answer(compute: () => ReturnType<typeof analyze>): ComputeAnswer {
  try {
    return { analysis: compute() };
  } catch (error) {
    return { error };
  }
}
