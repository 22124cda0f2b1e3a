import { computePolisAnalysis } from "@/lib/math/analyze-polis";
import type { ComputedAnalysis } from "@/lib/math/computed-analysis";
import { type PackedVotes, unpackVotes } from "@/lib/math/packed-votes";
import type { PreviousAnalysis } from "@/lib/math/previous-analysis";
import type { AnalysisStatement } from "@/lib/math/statement-flags";
import { createVoteStore } from "@/lib/math/vote-store";

export type Certainty = object;

export interface Engine {
  readonly voteCount: number;
  set(participant: number, statement: number, value: number | null): void;
  analyze(input: {
    statements: readonly AnalysisStatement[];
    previous?: PreviousAnalysis;
    carriedCertainty?: Certainty;
  }): ComputedAnalysis & { certainty: Certainty };
}

/** Computes by profile `polis`. */
export function createEngine(votes?: PackedVotes): Engine {
  const store = createVoteStore(votes);
  return {
    get voteCount() {
      return store.voteCount;
    },
    set: store.set,
    analyze: ({ statements, previous }) => ({
      ...computePolisAnalysis({ votes: unpackVotes(store.read()), statements }, previous),
      certainty: {},
    }),
  };
}
