import type { Analysis } from "../schemas/analysis";
import { toAnalysis } from "./computed-analysis";
import { createEngine } from "./engine";
import type { PreviousAnalysis } from "./frame/previous-analysis";
import { computePolisAnalysis } from "./polis/analyze-polis";
import { packVotes } from "./votes/packed-votes";
import type { AnalysisStatement } from "./votes/statement-flags";
import type { VoteMatrix } from "./votes/vote-matrix";

/** What an analysis is computed from. */
export interface AnalysisInput {
  votes: VoteMatrix;
  /** Every statement of the conversation, voted on or not, in any order. */
  statements: readonly AnalysisStatement[];
  profile: Analysis["algorithm"]["profile"];
  /** Group id by participant: statistics for these groups instead of found ones. */
  groups?: ReadonlyMap<number, number>;
}

/**
 * Computes one analysis: vote matrix, map, groups, statistics, consensus, certainty, priorities.
 *
 * A pure function of its arguments: the same votes give the same bits in every engine, whatever
 * order they came in. Everything but the frame (orientation, letters, shown number of groups) is
 * computed from the votes alone; `previous` only keeps the frame still.
 * Few or no votes give small or empty parts, never an error and never NaN: without votes `k` is 0
 * and every list is empty; profile `polis` puts everybody into one group when all stand in one place.
 * `k` counts the groups reported; it is below `frame.k` when a cluster became empty.
 * @throws RangeError never for a matrix made by `createVoteMatrix`
 * @see MATH.md; Small et al. 2021
 */
export function analyze(
  { profile, ...input }: AnalysisInput,
  previous?: PreviousAnalysis,
): Analysis {
  if (profile === "polis") return toAnalysis(computePolisAnalysis(input, previous));
  const { statements, groups } = input;
  const engine = createEngine(packVotes(input.votes));
  return toAnalysis(engine.analyze({ statements, groups, previous }));
}
