import { createEngine } from "../math/engine";
import type { PreviousAnalysis } from "../math/frame/previous-analysis";
import { plenumParameters } from "../math/plenum/plenum-parameters";
import type { PackedVotes } from "../math/votes/packed-votes";
import type { AnalysisStatement } from "../math/votes/statement-flags";
import type { PublicAnalysis } from "../schemas/analysis";
import { canonicalJson } from "./canonical-json";

/** Of the algorithm that this program computes by. */
const PROFILE = "plenum";
const VERSION = "1";

/** Whether this program computes exactly as the analysis says it was computed. */
export function isKnownAlgorithm({ profile, version, parameters }: PublicAnalysis["algorithm"]) {
  return (
    profile === PROFILE &&
    version === VERSION &&
    canonicalJson(parameters) === canonicalJson(plenumParameters)
  );
}

/**
 * Computes an analysis from its votes. Which statements weigh nothing and how many groups are shown is
 * taken from the one that is checked: neither is a matter of votes (see `checkFrame`).
 */
export function recompute(votes: PackedVotes, told: PublicAnalysis): PublicAnalysis {
  const { core } = createEngine(votes).analyze({
    statements: listStatements(told),
    previous: showing(told.frame),
  });
  const groups = core.groups.map((group) => ({
    ...group,
    letter: told.frame.letters[group.id] ?? group.letter,
  }));
  return { ...core, groups, statements: told.statements, frame: told.frame };
}

/** Weight of a metadata statement in routing; whatever else weighs exactly that gives the same. */
const METADATA_PRIORITY = 49;

function listStatements({ moderatedOut, priorities }: PublicAnalysis): AnalysisStatement[] {
  return moderatedOut.map((id) => ({
    id,
    moderation: "rejected",
    isMetadata: priorities[id] === METADATA_PRIORITY,
  }));
}

/** An analysis of nobody after which this number of groups is shown, if there can be as many. */
function showing(frame: PublicAnalysis["frame"]): PreviousAnalysis | undefined {
  if (frame.k === 0) return undefined;
  return {
    frame: { ...frame, letters: {}, smoother: { lastK: -1, lastKCount: 0 } },
    participants: new Int32Array(),
    points: new Float64Array(),
    groupIds: new Int32Array(),
  };
}
