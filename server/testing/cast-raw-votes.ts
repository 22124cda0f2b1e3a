import type { TransactionSql } from "postgres";
import type { Sql } from "@/server/db/client";

/** participant, statement, value (null = withdrawn) */
export type RawVote = [number, number, number | null];

/** Writes votes as a flush does, but inside a transaction that the test holds open. */
export async function castRawVotes(
  tx: TransactionSql,
  conversationId: number,
  votes: RawVote[],
): Promise<void> {
  const [row] = await tx<{ seq: number }[]>`
    update analysis_queue
    set vote_seq = vote_seq + ${votes.length}, due_at = least(due_at, now())
    where conversation_id = ${conversationId} returning vote_seq as seq`;
  const first = row!.seq - votes.length + 1;
  for (const [index, [participant, statement, value]] of votes.entries()) {
    const seq = first + index;
    await tx`
      insert into participants (conversation_id, id) values (${conversationId}, ${participant})
      on conflict do nothing`;
    await tx`
      insert into votes (conversation_id, vote_seq, participant_id, statement_id, value)
      values (${conversationId}, ${seq}, ${participant}, ${statement}, ${value})`;
    await tx`
      insert into current_votes (conversation_id, participant_id, statement_id, value, vote_seq)
      values (${conversationId}, ${participant}, ${statement}, ${value}, ${seq})
      on conflict (conversation_id, participant_id, statement_id)
      do update set value = excluded.value, vote_seq = excluded.vote_seq`;
  }
  await tx`select pg_notify('plenum', ${JSON.stringify({ type: "due", conversationId })})`;
}

export async function castVotesNow(
  sql: Sql,
  conversationId: number,
  votes: RawVote[],
): Promise<void> {
  await sql.begin((tx) => castRawVotes(tx, conversationId, votes));
}
