import { sql } from "drizzle-orm";
import type { Transaction } from "@/server/db/client";

/**
 * Gives one participant the votes and statements of another: where both voted, the newer vote counts.
 * The other keeps their rows, for the caller to remove, who holds the queue row's lock.
 */
export async function joinParticipants(
  tx: Transaction,
  { conversationId, from, to }: { conversationId: number; from: number; to: number },
): Promise<void> {
  await tx.execute(sql`
    with moved as materialized (
      select v.*, row_number() over (order by v.vote_seq) as place
      from current_votes v
      left join current_votes own on own.conversation_id = ${conversationId}
        and own.participant_id = ${to} and own.statement_id = v.statement_id
      where v.conversation_id = ${conversationId} and v.participant_id = ${from}
        and (own.at < v.at or own.at is null and v.value is not null)
    ), counter as (
      update analysis_queue q set vote_seq = q.vote_seq + (select count(*) from moved)
      where q.conversation_id = ${conversationId}
      returning q.vote_seq - (select count(*) from moved) as before
    ), history as (
      insert into votes
        (conversation_id, vote_seq, participant_id, statement_id, value, important)
      select conversation_id, before + place, ${to}, statement_id, value, important
      from moved, counter
    )
    insert into current_votes as stored
      (conversation_id, participant_id, statement_id, value, important, client_seq, vote_seq, at)
    select conversation_id, ${to}, statement_id, value, important, client_seq, before + place, at
    from moved, counter
    on conflict (conversation_id, participant_id, statement_id) do update set
      value = excluded.value, important = excluded.important,
      client_seq = greatest(stored.client_seq, excluded.client_seq),
      vote_seq = excluded.vote_seq, at = excluded.at`);
  await tx.execute(sql`
    update statements set author_id = ${to}
    where conversation_id = ${conversationId} and author_id = ${from}`);
}
