import { join } from "node:path";
import { analyze } from "@/lib/math/analyze";
import { createVoteMatrix, type VoteMatrix } from "@/lib/math/votes/vote-matrix";
import { loadPolisExport } from "@/server/import/polis/load-export";
import { referenceConversations, referenceDir } from "@/server/testing/reference";

const REPEATS = 7;

/**
 * Milliseconds to read each real conversation from its export, and to analyse its votes: medians of
 * 7 runs in one warm process, and the first run, which compiles on the way.
 */
export async function run(print: (line: object) => void): Promise<void> {
  const dir = referenceDir();
  if (dir === null) return;
  for (const conversation of referenceConversations) {
    const folder = join(dir, "data/polis", conversation);
    const loads: number[] = [];
    const runs: number[] = [];
    let votes: VoteMatrix | null = null;
    for (let i = 0; i < REPEATS; i++) {
      const startedAt = performance.now();
      const loaded = await loadPolisExport(folder);
      votes = createVoteMatrix(loaded.votes);
      loads.push(performance.now() - startedAt);
      const { statements } = loaded;
      const readAt = performance.now();
      analyze({ votes, statements, profile: "polis" });
      runs.push(performance.now() - readAt);
    }
    print({
      bench: "analyze",
      conversation,
      participants: votes?.participants.length,
      statements: votes?.statements.length,
      votes: votes?.values.length,
      loadMs: median(loads),
      analyzeMs: median(runs),
      firstAnalyzeMs: round(runs[0]!),
    });
  }
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return round(sorted[Math.floor(sorted.length / 2)]!);
}

function round(ms: number): number {
  return Math.round(ms * 10) / 10;
}
