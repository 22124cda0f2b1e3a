import type { TransactionSql } from "postgres";
import type { Frame } from "@/lib/schemas/analysis";

const CHUNK_ROWS = 10_000;

export interface VoteChange {
  participantId: number;
  statementId: number;
  value: number | null;
}

/** The counters of a conversation: every vote and change numbered up to them is in the same snapshot. */
export interface Watermark {
  voteSeq: number;
  moderationSeq: number;
}

/** The counters as they are now. */
export interface QueueCounters extends Watermark {
  /** Participants who are gone with all their votes, which no vote tells. */
  deletionSeq: number;
}

export async function getQueueCounters(
  tx: TransactionSql,
  conversationId: number,
): Promise<QueueCounters> {
  const [row] = await tx<QueueCounters[]>`
    select vote_seq as "voteSeq", moderation_seq as "moderationSeq", deletion_seq as "deletionSeq"
    from analysis_queue where conversation_id = ${conversationId}`;
  if (!row) throw new Error(`Conversation ${conversationId} has no queue row.`);
  return row;
}

export async function readVotesAfter(
  tx: TransactionSql,
  input: { conversationId: number; after: number },
  onVote: (vote: VoteChange) => void,
): Promise<void> {
  await tx<VoteChange[]>`
    select participant_id as "participantId", statement_id as "statementId", value
    from votes where conversation_id = ${input.conversationId} and vote_seq > ${input.after}
    order by vote_seq`.cursor(CHUNK_ROWS, (rows) => {
    for (const row of rows) onVote(row);
  });
}

export async function listVotesOfParticipants(
  tx: TransactionSql,
  conversationId: number,
  participantIds: number[],
): Promise<VoteChange[]> {
  return tx<VoteChange[]>`
    select participant_id as "participantId", statement_id as "statementId", value
    from current_votes
    where conversation_id = ${conversationId} and participant_id in ${tx(participantIds)}`;
}

export async function listExcludedParticipants(
  tx: TransactionSql,
  conversationId: number,
): Promise<number[]> {
  const rows = await tx<{ id: number }[]>`
    select id from participants
    where conversation_id = ${conversationId} and excluded_at is not null`;
  return rows.map((row) => row.id);
}

export async function listStatementsForAnalysis(tx: TransactionSql, conversationId: number) {
  return tx<{ id: number; moderation: "pending" | "accepted" | "rejected"; isMetadata: boolean }[]>`
    select id, moderation, is_metadata as "isMetadata"
    from statements where conversation_id = ${conversationId} order by id`;
}

export interface NewestAnalysis extends Watermark {
  version: number;
  isApproximate: boolean;
}

export async function findNewestAnalysis(
  tx: TransactionSql,
  conversationId: number,
): Promise<NewestAnalysis | null> {
  const [row] = await tx<NewestAnalysis[]>`
    select version, vote_seq as "voteSeq", moderation_seq as "moderationSeq",
      is_approximate as "isApproximate"
    from analyses where conversation_id = ${conversationId}
    order by version desc limit 1`;
  return row ?? null;
}

/** Where everybody stood in the newest version that says so. */
export async function findNewestPositions(
  tx: TransactionSql,
  conversationId: number,
): Promise<{ frame: Frame; positions: Buffer } | null> {
  const [row] = await tx<{ frame: Frame; positions: Buffer }[]>`
    select frame, positions from analyses
    where conversation_id = ${conversationId} and positions is not null
    order by version desc limit 1`;
  return row ?? null;
}

/** Those of these participants who are no longer there. */
export async function listGoneParticipants(
  tx: TransactionSql,
  conversationId: number,
  participantIds: number[],
): Promise<number[]> {
  const rows = await tx<{ id: number }[]>`
    select asked.id from unnest(${participantIds}::int[]) as asked (id)
    where not exists (
      select from participants p
      where p.conversation_id = ${conversationId} and p.id = asked.id)`;
  return rows.map((row) => row.id);
}
