import type { ComputedAnalysis } from "@/lib/math/computed-analysis";
import { createEngine } from "@/lib/math/engine";
import { createPolisHistory } from "@/lib/math/polis-history";
import { type PreviousAnalysis, toPreviousAnalysis } from "@/lib/math/previous-analysis";
import type { AnalysisStatement } from "@/lib/math/statement-flags";
import type { Display } from "@/lib/math/testing/compare-displays";
import type { StreamedVote } from "@/lib/math/vote-stream";

/** Something that analyses a conversation as its votes come in. */
export interface Follower {
  update(batch: readonly StreamedVote[]): { analysis: ComputedAnalysis; display: Display };
  /** Forgets what a process forgets when it is started anew. */
  restart(): void;
}

export const followers: Record<string, (statements: readonly AnalysisStatement[]) => Follower> = {
  plenum: (statements) => {
    const engine = createEngine();
    let previous: PreviousAnalysis | undefined;
    return {
      update(batch) {
        for (const { participant, statement, value } of batch) {
          engine.set(participant, statement, value);
        }
        const analysis = engine.analyze({ statements, previous });
        previous = toPreviousAnalysis(analysis, previous);
        return { analysis, display: previous };
      },
      /** The worst case: what was shown before is lost as well. */
      restart() {
        previous = undefined;
      },
    };
  },
  /** As Pol.is itself: signs of the axes and group ids are as the warm path leaves them. */
  "polis, warm": (statements) => {
    const history = createPolisHistory();
    history.moderate(statements);
    return {
      update(batch) {
        const analysis = history.update(batch);
        return { analysis, display: { ...analysis.rows, frame: unframe(analysis) } };
      },
      restart: history.restart,
    };
  },
};

function unframe({ frame, core }: ComputedAnalysis): Display["frame"] {
  return {
    ...frame,
    matrix: [
      [1, 0],
      [0, 1],
    ],
    letters: Object.fromEntries(core.groups.map(({ id }) => [id, String(id)])),
  };
}
