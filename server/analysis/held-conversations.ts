import type { CarriedCertainty } from "@/lib/math/certainty/certainty";
import type { Engine } from "@/lib/math/engine";
import { type PreviousAnalysis, toPreviousAnalysis } from "@/lib/math/frame/previous-analysis";
import { type CollectedVotes, packCollected } from "@/lib/math/votes/collect-votes";
import type { PackedVotes } from "@/lib/math/votes/packed-votes";
import type { AnalysisStatement } from "@/lib/math/votes/statement-flags";
import { packClusterVotes } from "@/lib/results/cluster-votes";
import { packPrevious } from "@/lib/results/pack-previous";
import type { Frame, StoredAnalysis } from "@/lib/schemas/analysis";

export interface AnalysisQuestion {
  conversationId: number;
  /** Every vote, for those who hold none yet; null: those held, with `changes`. */
  votes: CollectedVotes | null;
  changes: VoteChanges;
  statements: AnalysisStatement[];
  /** What the frame follows from; "kept" is the analysis that was computed last. */
  previous: PreviousAnalysis | "kept" | null;
  /** The certainty of an earlier analysis, to take over; null: it is computed. */
  carried: CarriedCertainty | null;
}

/** Participant, statement and value (`WITHDRAWN` for none) of each vote in turn, oldest first. */
export type VoteChanges = Int32Array<ArrayBuffer>;
export const WITHDRAWN = 2;

export interface AnalysisResult {
  core: StoredAnalysis;
  frame: Frame;
  /** As `packPrevious` makes them. */
  positions: Uint8Array<ArrayBuffer>;
  /** As `packClusterVotes` makes them; null: left out, for it must be quick. */
  clusterVotes: Uint8Array<ArrayBuffer> | null;
  /** For a later analysis to take over, wherever that is computed. */
  certainty: CarriedCertainty;
  /** What the conversation takes of memory from now on, about. */
  bytes: number;
  computeMs: number;
}

/** The conversations of one computing thread, kept from one analysis to the next. */
export interface HeldConversations {
  analyse(question: AnalysisQuestion): AnalysisResult;
  forget(conversationId: number): void;
}

interface Held {
  engine: Engine;
  previous: PreviousAnalysis | undefined;
  /** What an approximate `previous` itself followed from; null when it is complete. */
  beforeApproximate: { value: PreviousAnalysis | undefined } | null;
}

export function createHeldConversations(
  createEngine: (votes?: PackedVotes) => Engine,
): HeldConversations {
  const kept = new Map<number, Held>();

  function find({ conversationId, votes }: AnalysisQuestion): Held {
    if (votes) {
      const engine = createEngine(packCollected(votes));
      return { engine, previous: undefined, beforeApproximate: null };
    }
    const held = kept.get(conversationId);
    if (!held) throw new Error(`The votes of conversation ${conversationId} are not here.`);
    return held;
  }

  return {
    analyse(question) {
      const startedAt = performance.now();
      const held = find(question);
      // Whatever fails from here on, half of a change must not stay.
      kept.delete(question.conversationId);
      applyChanges(held.engine, question.changes);
      if (question.previous !== "kept") held.previous = question.previous ?? undefined;
      const previous = findPrevious(held, question);
      const { core, frame, rows, certainty } = held.engine.analyze({
        statements: question.statements,
        previous,
        carried: question.carried ?? undefined,
      });
      const clusterVotes = mayCountByCluster(core)
        ? packClusterVotes(held.engine.countByCluster(rows))
        : null;
      // The next vote may change the engine's own arrays.
      const participants = rows.participants.slice();
      held.previous = toPreviousAnalysis({ frame, rows: { ...rows, participants } }, previous);
      held.beforeApproximate = core.approximate ? { value: previous } : null;
      kept.set(question.conversationId, held);
      const positions = packPrevious(held.previous);
      const bytes = estimateBytes(core);
      const computeMs = performance.now() - startedAt;
      return { core, frame, positions, clusterVotes, certainty, bytes, computeMs };
    },
    forget(conversationId) {
      kept.delete(conversationId);
    },
  };
}

/**
 * What the frame follows from. A complete run of the votes that an approximate one saw takes its
 * place: counted as one more, it would bring a new number of groups on twice as fast.
 */
function findPrevious(held: Held, question: AnalysisQuestion): PreviousAnalysis | undefined {
  const completes =
    question.previous === "kept" && question.changes.length === 0 && question.carried === null;
  return completes && held.beforeApproximate ? held.beforeApproximate.value : held.previous;
}

// An approximate run waits for the votes, and one of more must not read them all once more.
const QUICKLY_COUNTED_VOTES = 2_000_000;

function mayCountByCluster({ approximate, votes }: StoredAnalysis): boolean {
  return !approximate || votes <= QUICKLY_COUNTED_VOTES;
}

function applyChanges(engine: Engine, changes: VoteChanges): void {
  for (let at = 0; at < changes.length; at += 3) {
    const value = changes[at + 2]!;
    engine.set(changes[at]!, changes[at + 1]!, value === WITHDRAWN ? null : value);
  }
}

// Two bytes a vote and as much again while votes are merged; 12 bytes a pair of statements; position,
// group and what is computed on the way for each participant.
const BYTES_PER_VOTE = 8;
const BYTES_PER_PAIR = 12;
const BYTES_PER_PARTICIPANT = 64;
const BYTES_AT_LEAST = 100_000;

function estimateBytes({ votes, participants, statementsVoted }: StoredAnalysis): number {
  const pairs = (statementsVoted * (statementsVoted + 1)) / 2;
  return (
    BYTES_AT_LEAST +
    votes * BYTES_PER_VOTE +
    participants * BYTES_PER_PARTICIPANT +
    pairs * BYTES_PER_PAIR
  );
}
