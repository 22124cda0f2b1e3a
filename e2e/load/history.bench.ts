import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { packStep } from "@/lib/history/pack-step";
import type { VoteHistory } from "@/lib/history/vote-history";
import { createEngine } from "@/lib/math/engine";
import { toPreviousAnalysis } from "@/lib/math/frame/previous-analysis";
import { readVoteHistory } from "@/lib/math/testing/reference-conversation";
import type { StreamedVote } from "@/lib/math/votes/vote-stream";
import type { AskedHistory } from "@/server/analysis/answer-history";
import { createHistoryComputer } from "@/server/analysis/history-computer";
import { loadPolisExport } from "@/server/import/polis/load-export";
import { referenceDir } from "@/server/testing/reference";

const NAME = "vtaiwan.uberx";
const REPEATS = 5;

/**
 * What the slider through time of a real conversation takes: CPU seconds of the process with its
 * thread, the first time with the loading of the code and then medians, and the bytes of the answer.
 */
export async function run(print: (line: object) => void): Promise<void> {
  const dir = referenceDir();
  const history = dir && readVoteHistory(dir, NAME);
  if (!history) return;
  const { statements } = await loadPolisExport(join(dir, "data/polis", NAME));
  const engine = createEngine();
  for (const { participant, statement, value } of history)
    engine.set(participant, statement, value);
  const analysis = engine.analyze({ statements });
  const { core, frame } = analysis;
  const computer = createHistoryComputer();
  const runs: { cpuSeconds: number; seconds: number }[] = [];
  let bytes = { json: 0, gzip: 0, steps: 0 };
  for (let i = 0; i <= REPEATS; i++) {
    const asked: AskedHistory = {
      version: 1,
      present: packStep({ ...core, frame, onMap: core.clustered, at: new Date(0).toISOString() }),
      question: {
        votes: toColumns(history),
        statements,
        previous: toPreviousAnalysis(analysis),
        structure: core.structure,
        includesPresent: false,
      },
    };
    const [cpu, startedAt] = [process.cpuUsage(), performance.now()];
    const { steps } = await computer.make(asked, () => {});
    const { user, system } = process.cpuUsage(cpu);
    runs.push({
      cpuSeconds: (user + system) / 1e6,
      seconds: (performance.now() - startedAt) / 1000,
    });
    const json = gunzipSync(steps);
    const made: { steps: unknown[] } = JSON.parse(json.toString());
    bytes = { json: json.length, gzip: steps.length, steps: made.steps.length };
  }
  await computer.close();
  const [first, ...later] = runs;
  print({
    bench: "history",
    conversation: NAME,
    votes: history.length,
    firstCpuSeconds: round(first!.cpuSeconds),
    cpuSeconds: round(median(later.map(({ cpuSeconds }) => cpuSeconds))),
    seconds: round(median(later.map(({ seconds }) => seconds))),
    ...bytes,
  });
}

function toColumns(history: StreamedVote[]): VoteHistory {
  return {
    participants: Int32Array.from(history, ({ participant }) => participant),
    statements: Int32Array.from(history, ({ statement }) => statement),
    values: Int8Array.from(history, ({ value }) => value ?? 2),
    at: new Float64Array(history.length),
  };
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
