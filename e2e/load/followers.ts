import { computePolisAnalysis } from "@/lib/math/analyze-polis";
import type { ComputedAnalysis } from "@/lib/math/computed-analysis";
import { unpackVotes } from "@/lib/math/packed-votes";
import { createPolisHistory } from "@/lib/math/polis-history";
import { type PreviousAnalysis, toPreviousAnalysis } from "@/lib/math/previous-analysis";
import type { AnalysisStatement } from "@/lib/math/statement-flags";
import type { Display } from "@/lib/math/testing/compare-displays";
import { createVoteStore } from "@/lib/math/vote-store";
import type { StreamedVote } from "@/lib/math/vote-stream";

/** Something that analyses a conversation as its votes come in. */
export interface Follower {
  update(batch: readonly StreamedVote[]): { analysis: ComputedAnalysis; display: Display };
  /** Forgets what a process forgets when it is started anew. */
  restart(): void;
}

type Analyse = (
  input: Parameters<typeof computePolisAnalysis>[0],
  previous: PreviousAnalysis | undefined,
) => ComputedAnalysis;

export const followers: Record<string, (statements: readonly AnalysisStatement[]) => Follower> = {
  /** Every time anew, shown after what was shown before. */
  "polis, cold": followAfresh(computePolisAnalysis),
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

/** A restart here is the worst case: what was shown before is lost as well. */
function followAfresh(analyse: Analyse) {
  return (statements: readonly AnalysisStatement[]): Follower => {
    const store = createVoteStore();
    let previous: PreviousAnalysis | undefined;
    return {
      update(batch) {
        for (const { participant, statement, value } of batch) {
          store.set(participant, statement, value);
        }
        const analysis = analyse({ votes: unpackVotes(store.read()), statements }, previous);
        previous = toPreviousAnalysis(analysis, previous);
        return { analysis, display: previous };
      },
      restart() {
        previous = undefined;
      },
    };
  };
}

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
