import type { AnalysisInput } from "@/lib/math/analyze";
import { noStability } from "@/lib/math/stability";
import type { Analysis } from "@/lib/schemas/analysis";
import type { ComputePool } from "@/server/analysis/compute-pool";

/**
 * Stands in for the mathematics where a test is about when an analysis runs and what it reads:
 * it counts the votes, and waits for `gate` if there is one.
 */
export function createCountingPool(
  gate: (input: AnalysisInput) => Promise<void> = async () => {},
): ComputePool {
  return {
    async compute({ input }) {
      await gate(input);
      return countVotes(input);
    },
    async close() {},
  };
}

/** What the pool answers: counts, and nothing that takes mathematics. */
export function countVotes({ votes, statements }: AnalysisInput): Analysis {
  const positions = Object.fromEntries(
    [...votes.participants].map((id): [string, [number, number]] => [String(id), [id, -id / 4]]),
  );
  return {
    algorithm: { profile: "polis", version: "counting", parameters: {} },
    participants: votes.participants.length,
    statements: statements.length,
    statementsVoted: votes.statements.length,
    moderatedOut: statements.filter((s) => s.moderation === "rejected").map((s) => s.id),
    votes: votes.values.length,
    clustered: votes.participants.length,
    components: [],
    center: {},
    k: 1,
    silhouettes: {},
    structure: { clear: false, pValue: null, method: "none" },
    groups: [],
    baseClusters: [{ id: 0, center: [0, 0], group: null, members: [...votes.participants] }],
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
    frame: {
      matrix: [
        [1, 0],
        [0, 1],
      ],
      letters: {},
      k: 1,
      smoother: { lastK: 1, lastKCount: 1 },
    },
    membership: Object.fromEntries([...votes.participants].map((id) => [id, id % 2])),
    positions,
  };
}
