import { noStability } from "@/lib/math/certainty/stability";
import type { ComputedAnalysis } from "@/lib/math/computed-analysis";
import type { Engine } from "@/lib/math/engine";
import { countClusterVotes } from "@/lib/math/votes/cluster-votes";
import type { PackedVotes } from "@/lib/math/votes/packed-votes";
import type { AnalysisStatement } from "@/lib/math/votes/statement-flags";
import { createVoteStore } from "@/lib/math/votes/vote-store";
import type { ComputePool } from "@/server/analysis/compute-pool";
import {
  type AnalysisQuestion,
  createHeldConversations,
} from "@/server/analysis/held-conversations";

/**
 * Stands in for the mathematics where a test is about when an analysis runs and what it reads:
 * it counts the votes, waits for `gate` if there is one, and says that a complete run takes
 * `completeMs`.
 */
export function createCountingPool(
  gate: (question: AnalysisQuestion) => Promise<void> = async () => {},
  { completeMs = 1 } = {},
): ComputePool {
  const held = new Set<number>();
  const conversations = createHeldConversations(createCountingEngine);
  const forget = (conversationId: number) => {
    held.delete(conversationId);
    conversations.forget(conversationId);
  };
  return {
    holds: (conversationId) => held.has(conversationId),
    async analyse(question) {
      try {
        await gate(question);
        const result = conversations.analyse(question);
        held.add(question.conversationId);
        return { ...result, computeMs: result.core.approximate ? 1 : completeMs };
      } catch (error) {
        forget(question.conversationId);
        throw error;
      }
    },
    forget,
    async close() {},
  };
}

function createCountingEngine(votes?: PackedVotes): Engine {
  const store = createVoteStore(votes);
  return {
    get voteCount() {
      return store.voteCount;
    },
    set: store.set,
    analyze({ statements, carried }) {
      const { core, ...rest } = countVotes({ votes: store.read(), statements });
      const approximate = carried !== undefined;
      const { structure, stability } = core;
      const certainty = carried ?? { structure, stability, letters: {} };
      return { core: { ...core, approximate }, ...rest, certainty };
    },
    countByCluster: (rows) => countClusterVotes(store.read(), rows),
  };
}

/** What the pool answers: counts, and nothing that takes mathematics. */
export function countVotes({
  votes: { participants, statements: voted, codes },
  statements,
}: {
  votes: PackedVotes;
  statements: readonly AnalysisStatement[];
}): ComputedAnalysis {
  return {
    core: {
      algorithm: { profile: "plenum", version: "counting", parameters: {} },
      participants: participants.length,
      statements: statements.length,
      statementsVoted: voted.length,
      moderatedOut: statements.filter((s) => s.moderation === "rejected").map((s) => s.id),
      votes: codes.length,
      clustered: participants.length,
      components: [],
      center: {},
      k: 1,
      silhouettes: {},
      structure: { clear: false, pValue: null, method: "none" },
      groups: [],
      baseClusters: [{ id: 0, center: [0, 0], group: null, count: participants.length }],
      statementStats: {},
      statementTotals: {},
      consensus: { agree: [], disagree: [] },
      divisive: [],
      groupAwareConsensus: {},
      extremity: {},
      priorities: {},
      coverage: null,
      stability: noStability,
      approximate: false,
    },
    frame: {
      matrix: [
        [1, 0],
        [0, 1],
      ],
      letters: {},
      k: 1,
      smoother: { lastK: 1, lastKCount: 1 },
    },
    rows: {
      participants,
      points: Float64Array.from([...participants].flatMap((id) => [id, -id / 4])),
      groupIds: participants.map((id) => id % 2),
      clusterIds: new Int32Array(participants.length),
    },
  };
}
