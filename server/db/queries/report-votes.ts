import { sql } from "drizzle-orm";
import type { Queryable, Transaction } from "@/server/db/client";
import { standingAtSeen } from "./standing-votes";

interface VoteList {
  conversationId: number;
  reportNumber: number;
  /** The analysis has seen every vote up to and including it. */
  voteSeq: number;
  /** Group id of each participant who is in one. */
  groups: { participants: Int32Array; groupIds: Int32Array };
}

/**
 * Freezes the votes that stood at `voteSeq`: where somebody has changed a vote since, the one before.
 * Without newer votes the history is not read.
 */
export async function freezeVotes(tx: Transaction, list: VoteList) {
  const { conversationId, reportNumber, voteSeq, groups } = list;
  const [counts] = await tx.execute<{ participants: number; votes: number }>(sql`
    with seen as (select ${conversationId}::int as conversation_id, ${voteSeq}::bigint as vote_seq),
    ${sql.raw(standingAtSeen)}, grouped as (
      select * from unnest(${toArray(groups.participants)}::int[],
        ${toArray(groups.groupIds)}::int[]) as g (participant_id, group_id)
    ), frozen as (
      insert into report_votes
        (conversation_id, report_number, participant_id, group_id, votes, lines)
      select ${conversationId}, ${reportNumber}, participant_id, min(group_id), count(*),
        convert_to(string_agg(format(E'%s,%s,%s\n', participant_id, statement_id, value), ''
          order by statement_id), 'UTF8')
      from standing left join grouped using (participant_id)
      group by participant_id
      returning votes
    )
    select count(*)::int as participants, coalesce(sum(votes), 0)::int as votes from frozen`);
  return counts!;
}

/** SHA-256 of the whole list in hexadecimal; of nothing when it is empty. */
export async function hashFrozenVotes(
  tx: Queryable,
  { conversationId, reportNumber }: Pick<VoteList, "conversationId" | "reportNumber">,
): Promise<string> {
  const [row] = await tx.execute<{ sha256: string }>(sql`
    select encode(sha256(coalesce(
      string_agg(lines, ''::bytea order by participant_id), ''::bytea)), 'hex') as sha256
    from report_votes
    where conversation_id = ${conversationId} and report_number = ${reportNumber}`);
  return row!.sha256;
}

/** Removes somebody from every frozen list, each of which counts what it lost and loses its salt. */
export async function withdrawFrozenVotes(
  tx: Transaction,
  { conversationId, participantId }: { conversationId: number; participantId: number },
): Promise<void> {
  await tx.execute(sql`
    with gone as (
      delete from report_votes
      where conversation_id = ${conversationId} and participant_id = ${participantId}
      returning report_number, votes)
    update reports r set withdrawn_votes = r.withdrawn_votes + gone.votes, vote_list_salt = null
    from gone where r.conversation_id = ${conversationId} and r.number = gone.report_number`);
}

/** An array as a text that PostgreSQL reads: one parameter, however long it is. */
function toArray(numbers: Int32Array) {
  return sql.param(`{${numbers.join(",")}}`);
}
