import { eq, sql } from "drizzle-orm";
import { analysisQueue } from "@/drizzle/schema/analysis";
import type { Queryable, Transaction } from "@/server/db/client";
import { clearStage } from "./live-sessions";
import { notify } from "./notify";
import type { LeavingParticipant } from "./participant-tables";
import { withdrawReportedTexts } from "./reports";

export interface Leaving extends LeavingParticipant {
  /** Statements that they wrote. */
  statements: number[];
  /** Those of them that somebody else has, or had, a vote on. */
  votedByOthers: number[];
}

/**
 * Looks up, without a lock, what takes a walk through all votes of the conversation: what comes after
 * `seenSeq` can then be looked up quickly. The caller's transaction is repeatable read.
 */
export async function findLeaving(
  tx: Transaction,
  { conversationId, participantId }: { conversationId: number; participantId: number },
): Promise<Leaving> {
  const [row] = await tx.execute<{
    seenSeq: number;
    voteSeqs: number[];
    statements: number[];
    votedByOthers: number[];
  }>(sql`
    with mine as materialized (
      select id from statements
      where conversation_id = ${conversationId} and author_id = ${participantId})
    select
      (select vote_seq::float8 from analysis_queue
        where conversation_id = ${conversationId}) as "seenSeq",
      array(select vote_seq::float8 from votes
        where conversation_id = ${conversationId} and participant_id = ${participantId})
        as "voteSeqs",
      array(select id from mine) as statements,
      array(select id from mine where exists (
        select from current_votes c
        where c.conversation_id = ${conversationId} and c.statement_id = mine.id
          and c.participant_id <> ${participantId})) as "votedByOthers"`);
  return { conversationId, participantId, ...row! };
}

/** Of these statements those that others voted on since; the caller holds the queue row's lock. */
export async function listVotedSince(
  tx: Transaction,
  leaving: LeavingParticipant,
  statements: number[],
): Promise<number[]> {
  if (statements.length === 0) return [];
  const rows = await tx.execute<{ id: number }>(sql`
    select distinct statement_id as id from votes
    where conversation_id = ${leaving.conversationId} and vote_seq > ${leaving.seenSeq}
      and participant_id <> ${leaving.participantId} and statement_id in ${statements}`);
  return rows.map(({ id }) => id);
}

/** Votes that stand. */
export async function countStandingVotes(
  tx: Queryable,
  { conversationId, participantId }: { conversationId: number; participantId: number },
): Promise<number> {
  const [row] = await tx.execute<{ votes: number }>(sql`
    select count(*)::int as votes from current_votes
    where conversation_id = ${conversationId} and participant_id = ${participantId}
      and value is not null`);
  return row!.votes;
}

/** With all that others keep of them, and from every report that quotes them. */
export async function deleteStatements(
  tx: Transaction,
  conversationId: number,
  ids: number[],
): Promise<void> {
  if (ids.length === 0) return;
  await clearStage(tx, conversationId, ids);
  await tx.execute(sql`
    delete from statements where conversation_id = ${conversationId} and id in ${ids}`);
  await withdrawReportedTexts(tx, conversationId, ids);
}

/** Counts a deletion, drops the history that they are in and asks for an analysis without them. */
export async function noteDeletion(
  tx: Transaction,
  conversationId: number,
  votes: number,
): Promise<void> {
  await tx
    .update(analysisQueue)
    .set({
      deletionSeq: sql`${analysisQueue.deletionSeq} + 1`,
      deletedVotes: sql`${analysisQueue.deletedVotes} + ${votes}`,
      moderationSeq: sql`${analysisQueue.moderationSeq} + 1`,
      dueAt: sql`least(${analysisQueue.dueAt}, now())`,
    })
    .where(eq(analysisQueue.conversationId, conversationId));
  await tx.execute(sql`
    delete from conversation_histories where conversation_id = ${conversationId}`);
  await notify(tx, { type: "due", conversationId });
  await notify(tx, { type: "statements", conversationId });
}
