import { noStability } from "@/lib/math/certainty/stability";
import { testStructure } from "@/lib/math/certainty/structure";
import type { ComputedAnalysis } from "@/lib/math/computed-analysis";
import { type PreviousAnalysis, toPreviousAnalysis } from "@/lib/math/frame/previous-analysis";
import { computePlenumAnalysis } from "@/lib/math/plenum/analyze-plenum";
import { plenumParameters } from "@/lib/math/plenum/plenum-parameters";
import { createPolisHistory } from "@/lib/math/polis/polis-history";
import type { Display } from "@/lib/math/testing/compare-displays";
import { type AnalysisStatement, flagStatements } from "@/lib/math/votes/statement-flags";
import { createVoteStore } from "@/lib/math/votes/vote-store";
import type { StreamedVote } from "@/lib/math/votes/vote-stream";

export interface Shown {
  analysis: ComputedAnalysis;
  display: Display;
}

/** Something that analyses a conversation as its votes come in. */
export interface Follower {
  update(batch: readonly StreamedVote[]): Shown;
  /** What it would show of the same votes had the process been started anew; changes nothing. */
  showAfterRestart(): Shown;
}

export const followers: Record<string, (statements: readonly AnalysisStatement[]) => Follower> = {
  plenum: followByPlenum,
  "polis, warm": followAsPolis,
};

/**
 * Structure is tested every time, stability is not resampled: it changes nothing that is shown.
 * A restart is the worst case, in which what was shown before is lost as well.
 */
function followByPlenum(statements: readonly AnalysisStatement[]): Follower {
  const store = createVoteStore();
  let previous: PreviousAnalysis | undefined;
  const show = (after: PreviousAnalysis | undefined): Shown & { display: PreviousAnalysis } => {
    const votes = store.read();
    const { isModeratedOut } = flagStatements(votes.statements, statements);
    const structure = testStructure(votes, isModeratedOut, plenumParameters);
    const carried = { structure, stability: noStability, letters: {} };
    const analysis = computePlenumAnalysis(store, { statements, previous: after, carried });
    return { analysis, display: toPreviousAnalysis(analysis, after) };
  };
  return {
    update(batch) {
      for (const { participant, statement, value } of batch) {
        store.set(participant, statement, value);
      }
      const shown = show(previous);
      previous = shown.display;
      return shown;
    },
    showAfterRestart: () => show(undefined),
  };
}

/** As Pol.is itself: signs of the axes and group ids are as the warm path leaves them. */
function followAsPolis(statements: readonly AnalysisStatement[]): Follower {
  const batches: (readonly StreamedVote[])[] = [];
  const start = () => {
    const history = createPolisHistory();
    history.moderate(statements);
    return history;
  };
  const history = start();
  return {
    update(batch) {
      batches.push(batch);
      return showUnframed(history.update(batch));
    },
    showAfterRestart() {
      const again = start();
      for (const batch of batches) again.update(batch);
      again.restart();
      return showUnframed(again.update([]));
    },
  };
}

function showUnframed(analysis: ComputedAnalysis): Shown {
  return { analysis, display: { ...analysis.rows, frame: unframe(analysis) } };
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
