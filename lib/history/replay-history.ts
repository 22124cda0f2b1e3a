import { noStability } from "@/lib/math/certainty/stability";
import { createEngine } from "@/lib/math/engine";
import { type PreviousAnalysis, toPreviousAnalysis } from "@/lib/math/frame/previous-analysis";
import { plenumParameters } from "@/lib/math/plenum/plenum-parameters";
import type { AnalysisStatement } from "@/lib/math/votes/statement-flags";
import type { StoredAnalysis } from "@/lib/schemas/analysis";
import type { HistoryStep } from "@/lib/schemas/history";
import { packStep } from "./pack-step";
import { undoVotes, type VoteHistory } from "./vote-history";

export interface HistoryQuestion {
  /** Every vote up to the present analysis, in the order in which they came. */
  votes: VoteHistory;
  statements: AnalysisStatement[];
  /** What the frames of earlier moments follow from: the present one. */
  previous: PreviousAnalysis | null;
  /** Of the present analysis. */
  structure: StoredAnalysis["structure"];
  /** Whether the present step is wanted too: somebody in that analysis may be gone by now. */
  includesPresent: boolean;
}

/**
 * The steps up to the present one, the newest first: everything that one vote in so many brings, by
 * profile `plenum`, on the votes that stood then. It goes back from the present, so that each frame
 * follows the one of the step after it and the map of now is what letters and sides come from.
 * Certainty would take a hundred times as long: whether there are groups is taken over from the
 * present, and there are none among fewer people than that can be told of.
 * @param count steps in all, the present one included; fewer where there are fewer votes
 */
export function* replayHistory(question: HistoryQuestion, count: number): Generator<HistoryStep> {
  const { votes, statements, structure } = question;
  const engine = createEngine();
  for (let i = 0; i < votes.values.length; i++) {
    engine.set(votes.participants[i]!, votes.statements[i]!, readValue(votes.values[i]!));
  }
  const { before, peopleAfter, newestAt } = undoVotes(votes);
  let previous = question.previous ?? undefined;
  let kept = votes.values.length;
  for (const length of listLengths(kept, count).slice(question.includesPresent ? 0 : 1)) {
    for (let i = kept - 1; i >= length; i--) {
      engine.set(votes.participants[i]!, votes.statements[i]!, readValue(before[i]!));
    }
    kept = length;
    const isTellable = peopleAfter[length - 1]! >= plenumParameters.structureFewestParticipants;
    const { core, frame, rows } = engine.analyze({
      statements,
      previous,
      carried: {
        structure: isTellable ? structure : { ...structure, clear: false },
        stability: noStability,
        letters: {},
      },
    });
    previous = toPreviousAnalysis(
      { frame, rows: { ...rows, participants: rows.participants.slice() } },
      previous,
    );
    yield packStep({
      at: new Date(newestAt[length - 1]!).toISOString(),
      votes: core.votes,
      participants: core.participants,
      onMap: core.clustered,
      groups: core.groups,
      baseClusters: core.baseClusters,
      frame,
    });
  }
}

/** After how many votes there is a step, the longest first. */
function listLengths(total: number, count: number): number[] {
  const lengths = Array.from({ length: count }, (_, i) =>
    Math.floor(((count - i) * total) / count),
  );
  return [...new Set(lengths)].filter((length) => length > 0);
}

const withdrawn = 2;

function readValue(code: number): number | null {
  return code === withdrawn ? null : code;
}
