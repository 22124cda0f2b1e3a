import type postgres from "postgres";
import { NOTIFICATION_CHANNEL } from "@/lib/schemas/notification";

/** One asked-for cell: who by the token's hash, and on what. */
export interface FlushKeys {
  conversationIds: number[];
  participants: { conversationIds: number[]; tokenHashes: string[] };
  statements: { conversationIds: number[]; statementIds: number[] };
  cells: { conversationIds: number[]; tokenHashes: string[]; statementIds: number[] };
}

/**
 * Reads what a flush decides on, behind the lock of the queue rows. All of it is sent at once: the
 * server runs the queries in order, each with a snapshot taken after the lock was got.
 */
export async function lockAndLoad(tx: postgres.TransactionSql, keys: FlushKeys) {
  const [, queue, conversations, participants, statements, cells] = await Promise.all([
    // Arrays look like ten rows to the planner, which would rather scan a small table than use its key.
    tx`select set_config('synchronous_commit', 'on', true), set_config('lock_timeout', '5s', true),
      set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true),
      set_config('enable_mergejoin', 'off', true)`,
    tx<QueueRow[]>`
      select conversation_id, vote_seq, next_participant_id, due_at is not null as is_due
      from analysis_queue where conversation_id = any(${keys.conversationIds}::int[])
      order by conversation_id for update`,
    tx<ConversationRow[]>`
      select id, state, settings ->> 'moderation' as moderation,
        extract(epoch from opens_at)::float8 * 1000 as opens_at_ms,
        extract(epoch from closes_at)::float8 * 1000 as closes_at_ms
      from conversations where id = any(${keys.conversationIds}::int[])`,
    tx<ParticipantRow[]>`
      select p.conversation_id, p.token_hash, p.id
      from unnest(${keys.participants.conversationIds}::int[],
        ${keys.participants.tokenHashes}::text[]) as asked (conversation_id, token_hash)
      join participants p using (conversation_id, token_hash)`,
    tx<StatementRow[]>`
      select s.conversation_id, s.id, s.moderation, s.author_id
      from unnest(${keys.statements.conversationIds}::int[],
        ${keys.statements.statementIds}::int[]) as asked (conversation_id, id)
      join statements s using (conversation_id, id)`,
    tx<CellRow[]>`
      select v.conversation_id, v.participant_id, v.statement_id, v.value, v.important,
        v.client_seq, v.vote_seq
      from unnest(${keys.cells.conversationIds}::int[], ${keys.cells.tokenHashes}::text[],
        ${keys.cells.statementIds}::int[]) as asked (conversation_id, token_hash, statement_id)
      join participants p using (conversation_id, token_hash)
      join current_votes v on v.conversation_id = p.conversation_id and v.participant_id = p.id
        and v.statement_id = asked.statement_id`,
  ]);
  return { queue, conversations, participants, statements, cells };
}

/** What a flush writes, one array a column. */
export interface FlushColumns {
  newcomers: { conversationIds: number[]; participantIds: number[]; tokenHashes: string[] };
  history: CellColumns;
  cells: CellColumns & { clientSeqs: number[] };
  counters: { conversationIds: number[]; voteSeqs: number[]; nextParticipantIds: number[] };
  /** Conversations in which a vote changed. */
  changedIds: number[];
  /** Those of them that were not due yet, whose workers need a hint. */
  newlyDueIds: number[];
}

export interface CellColumns {
  conversationIds: number[];
  participantIds: number[];
  statementIds: number[];
  values: (number | null)[];
  /** 0 or 1 */
  importants: number[];
  voteSeqs: number[];
}

/** Writes everything in one statement, and the hint to the workers in another. */
export async function storeFlush(tx: postgres.TransactionSql, columns: FlushColumns) {
  const { newcomers, history, cells, counters } = columns;
  const written = tx`
    with new_participants as (
      insert into participants (conversation_id, id, token_hash)
      select * from unnest(${newcomers.conversationIds}::int[], ${newcomers.participantIds}::int[],
        ${newcomers.tokenHashes}::text[])
    ), new_votes as (
      insert into votes
        (conversation_id, vote_seq, participant_id, statement_id, value, important)
      select c, seq, p, s, value, important = 1
      from unnest(${history.conversationIds}::int[], ${history.voteSeqs}::bigint[],
        ${history.participantIds}::int[], ${history.statementIds}::int[],
        ${history.values}::smallint[], ${history.importants}::int[])
        as v (c, seq, p, s, value, important)
    ), new_cells as (
      insert into current_votes as stored
        (conversation_id, participant_id, statement_id, value, important, client_seq, vote_seq)
      select c, p, s, value, important = 1, client_seq, vote_seq
      from unnest(${cells.conversationIds}::int[], ${cells.participantIds}::int[],
        ${cells.statementIds}::int[], ${cells.values}::smallint[], ${cells.importants}::int[],
        ${cells.clientSeqs}::bigint[], ${cells.voteSeqs}::bigint[])
        as v (c, p, s, value, important, client_seq, vote_seq)
      on conflict (conversation_id, participant_id, statement_id) do update set
        value = excluded.value, important = excluded.important,
        client_seq = excluded.client_seq, vote_seq = excluded.vote_seq,
        at = case when stored.vote_seq = excluded.vote_seq then stored.at else excluded.at end
    )
    update analysis_queue q
    set vote_seq = n.vote_seq, next_participant_id = n.next_participant_id,
      due_at = case when q.conversation_id = any(${columns.changedIds}::int[])
        then coalesce(q.due_at, now()) else q.due_at end
    from unnest(${counters.conversationIds}::int[], ${counters.voteSeqs}::bigint[],
      ${counters.nextParticipantIds}::int[]) as n (conversation_id, vote_seq, next_participant_id)
    where q.conversation_id = n.conversation_id`;
  const hinted =
    columns.newlyDueIds.length > 0 &&
    tx`select pg_notify(${NOTIFICATION_CHANNEL},
        json_build_object('type', 'due', 'conversationId', id)::text)
      from unnest(${columns.newlyDueIds}::int[]) as id`;
  await Promise.all([written, hinted]);
}

/** The statements on which each participant has a current vote, ascending; one row a participant. */
export async function listVotedStatements(
  tx: postgres.TransactionSql,
  participants: { conversationIds: number[]; participantIds: number[] },
): Promise<{ conversation_id: number; participant_id: number; voted: number[] }[]> {
  return tx<{ conversation_id: number; participant_id: number; voted: number[] }[]>`
    select asked.conversation_id, asked.participant_id, array(
      select v.statement_id from current_votes v
      where v.conversation_id = asked.conversation_id and v.participant_id = asked.participant_id
        and v.value is not null
      order by v.statement_id) as voted
    from unnest(${participants.conversationIds}::int[], ${participants.participantIds}::int[])
      as asked (conversation_id, participant_id)`;
}

interface QueueRow {
  conversation_id: number;
  vote_seq: number;
  next_participant_id: number;
  is_due: boolean;
}

interface ConversationRow {
  id: number;
  state: "draft" | "open" | "closed";
  moderation: "lenient" | "strict" | null;
  opens_at_ms: number | null;
  closes_at_ms: number | null;
}

interface ParticipantRow {
  conversation_id: number;
  token_hash: string;
  id: number;
}

interface StatementRow {
  conversation_id: number;
  id: number;
  moderation: "pending" | "accepted" | "rejected";
  author_id: number | null;
}

interface CellRow {
  conversation_id: number;
  participant_id: number;
  statement_id: number;
  value: number | null;
  important: boolean;
  client_seq: number;
  vote_seq: number;
}
