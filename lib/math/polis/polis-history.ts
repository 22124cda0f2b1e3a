import type { ComputedAnalysis } from "../computed-analysis";
import { type PreviousAnalysis, toPreviousAnalysis } from "../frame/previous-analysis";
import { sortRows } from "../votes/sort-rows";
import { type AnalysisStatement, flagStatements } from "../votes/statement-flags";
import { countVotesByGroup, type VoteCounts } from "../votes/vote-counts";
import {
  createVoteStream,
  listVotes,
  type StreamedVote,
  type VoteStream,
} from "../votes/vote-stream";
import { settleOnGroups } from "./analyze-polis";
import { composePolisAnalysis } from "./compose-polis";
import { continueByPolisRules } from "./continue-polis";
import { forgetUnstored, noMemory, type PolisMemory, rememberUpdate } from "./polis-memory";
import { polisParameters } from "./polis-parameters";

/** A conversation as Pol.is follows it, from batch to batch. */
export interface PolisHistory {
  /** What the last update left. */
  readonly memory: PolisMemory;
  /** Names statements, or changes their moderation; it shows at the next update. */
  moderate(statements: readonly AnalysisStatement[]): void;
  /** Takes a batch of votes in, which may be empty, and analyses everything so far. */
  update(batch: readonly StreamedVote[]): ComputedAnalysis;
  /**
   * Starts the process anew: votes are read again in one batch, so that rows and columns change
   * places, and what is not stored is forgotten.
   */
  restart(): void;
}

/**
 * The warm path of profile `polis`. Unlike `analyze`, the result depends on the batches in which the
 * votes came: Pol.is remembers who was clustered, continues components and clusters, shows another
 * number of groups only once it has won four updates running, and takes priorities from the groups of
 * the update before.
 * Where Pol.is draws at random, this does not: components of a new conversation start from all ones,
 * and above 10,000 participants they are computed from everybody instead of from samples.
 * @see MATH.md A2 to A10, A12; polis `math/conversation.clj` conv-update
 */
export function createPolisHistory(): PolisHistory {
  const statements = new Map<number, AnalysisStatement>();
  let stream = createVoteStream(polisParameters);
  let memory = noMemory;
  let previous: PreviousAnalysis | undefined;

  return {
    get memory() {
      return memory;
    },
    moderate(changed) {
      for (const statement of changed) statements.set(statement.id, statement);
    },
    update(batch) {
      stream.add(batch);
      const updated = updateAnalysis(stream, [...statements.values()], memory, previous);
      memory = updated.memory;
      previous = toPreviousAnalysis(updated.analysis, previous);
      return updated.analysis;
    },
    restart() {
      const votes = listVotes(stream.toMatrix());
      stream = createVoteStream(polisParameters);
      stream.add(votes);
      memory = forgetUnstored(memory);
    },
  };
}

function updateAnalysis(
  stream: VoteStream,
  statements: readonly AnalysisStatement[],
  memory: PolisMemory,
  previous: PreviousAnalysis | undefined,
): { analysis: ComputedAnalysis; memory: PolisMemory } {
  const votes = stream.toMatrix();
  const flags = flagStatements(votes.statements, statements);
  const found = continueByPolisRules(votes, flags.isModeratedOut, memory);
  const rowCount = votes.participants.length;
  const { partition, groupCount } = settleOnGroups(found, rowCount, memory.groupCount);
  const sorted = sortRows({ votes, found, partition });
  const analysis = composePolisAnalysis(
    {
      ...sorted,
      input: { participants: rowCount, votes: votes.values.length, statements },
      flags,
      groupCount,
      routingCounts: countRemembered(votes.statements, memory),
    },
    previous,
  );
  const isGrouped = partition.groupOfRow.map((group) => Math.min(group, 0));
  const [groupVotes] = countVotesByGroup(votes, isGrouped, 1);
  return { analysis, memory: rememberUpdate(votes, found, groupCount, groupVotes!) };
}

/** The votes of the groups before, by column; none on a statement that was not there. */
function countRemembered(statements: Int32Array, { groupVotes }: PolisMemory): VoteCounts {
  const count = (side: keyof VoteCounts) =>
    statements.map((statement) => groupVotes.get(statement)?.[side] ?? 0);
  return { agrees: count("agrees"), disagrees: count("disagrees"), seen: count("seen") };
}
