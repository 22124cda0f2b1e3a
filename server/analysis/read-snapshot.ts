import type { TransactionSql } from "postgres";
import type { CarriedCertainty } from "@/lib/math/certainty/certainty";
import type { Sql } from "@/server/db/client";
import {
  findNewestAnalysis,
  getQueueCounters,
  listExcludedParticipants,
  listStatementsForAnalysis,
  listVotesOfParticipants,
  type NewestAnalysis,
  type QueueCounters,
  readVotesAfter,
  type VoteChange,
} from "@/server/db/queries/analysis-input";
import { type AnalysisQuestion, type VoteChanges, WITHDRAWN } from "./held-conversations";
import type { ConversationMemory } from "./memory";
import type { RunPlan } from "./plan-run";
import { LOADING_BYTES_PER_VOTE, readAllVotes } from "./read-all-votes";
import { recallPrevious } from "./recall-previous";

export interface Snapshot {
  watermark: QueueCounters;
  newest: NewestAnalysis | null;
  plan: RunPlan;
  /** Null when the plan is to compute nothing. */
  question: AnalysisQuestion | null;
  /** Participants whose votes were left out. */
  excluded: ReadonlySet<number>;
}

export interface SnapshotSource {
  sql: Sql;
  url: string;
  conversationId: number;
  /** What the pool holds already; null: everything is read. */
  memory: ConversationMemory | null;
  /** What an approximate run takes over. */
  certainty: CarriedCertainty | null;
  plan(seen: { watermark: QueueCounters; newest: NewestAnalysis | null }): RunPlan;
  /** Told about how many bytes will be needed, before every vote is read. */
  beforeLoading(bytes: number): void;
}

/**
 * Reads what an analysis needs, all in one snapshot.
 * The queue row's vote_seq is raised in the transaction that writes the votes, under that row's
 * lock: in a snapshot that shows the counter every vote up to it is visible, and none beyond it.
 */
export function readSnapshot(source: SnapshotSource): Promise<Snapshot> {
  const { conversationId } = source;
  return source.sql.begin("isolation level repeatable read read only", async (tx) => {
    const watermark = await getQueueCounters(tx, conversationId);
    const newest = await findNewestAnalysis(tx, conversationId);
    const plan = source.plan({ watermark, newest });
    const excluded = new Set(await listExcludedParticipants(tx, conversationId));
    if (plan === "none") return { watermark, newest, plan, question: null, excluded };
    const memory = isCurrent(source.memory, watermark) ? source.memory : null;
    if (!memory) source.beforeLoading(LOADING_BYTES_PER_VOTE * watermark.voteSeq);
    const question: AnalysisQuestion = {
      conversationId,
      votes: memory ? null : await readAllVotes(tx, source, excluded),
      changes: memory ? await readChanges(tx, conversationId, memory, excluded) : new Int32Array(),
      statements: await listStatementsForAnalysis(tx, conversationId),
      previous:
        memory && newest && memory.version === newest.version
          ? "kept"
          : await recallPrevious(tx, conversationId, watermark),
      carried: plan === "approximate" ? source.certainty : null,
    };
    return { watermark, newest, plan, question, excluded };
  });
}

/** Votes that were deleted cannot be read as changes: who holds them has to read the others anew. */
function isCurrent(memory: ConversationMemory | null, now: QueueCounters): boolean {
  return memory !== null && memory.seenSeq <= now.voteSeq && memory.deletionSeq === now.deletionSeq;
}

async function readChanges(
  tx: TransactionSql,
  conversationId: number,
  memory: ConversationMemory,
  excluded: ReadonlySet<number>,
): Promise<VoteChanges> {
  const changes: number[] = [];
  const note = ({ participantId, statementId, value }: VoteChange) =>
    changes.push(participantId, statementId, value ?? WITHDRAWN);
  for (const vote of await readExclusions(tx, conversationId, memory, excluded)) note(vote);
  await readVotesAfter(tx, { conversationId, after: memory.seenSeq }, (vote) => {
    if (!excluded.has(vote.participantId)) note(vote);
  });
  return Int32Array.from(changes);
}

/** Takes away the votes of those excluded since, and gives back those of the ones let in again. */
async function readExclusions(
  tx: TransactionSql,
  conversationId: number,
  memory: ConversationMemory,
  excluded: ReadonlySet<number>,
): Promise<VoteChange[]> {
  const changed = [
    ...[...excluded].filter((id) => !memory.excluded.has(id)),
    ...[...memory.excluded].filter((id) => !excluded.has(id)),
  ];
  if (changed.length === 0) return [];
  const votes = await listVotesOfParticipants(tx, conversationId, changed);
  return votes.map((vote) => (excluded.has(vote.participantId) ? { ...vote, value: null } : vote));
}
