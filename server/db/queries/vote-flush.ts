import type postgres from "postgres";
import { NOTIFICATION_CHANNEL } from "@/lib/schemas/notification";

/** What a flush asks for, one array a column: each cell once, by the hash of its voter's token. */
export interface FlushKeys {
  conversationIds: number[];
  tokenHashes: string[];
  statementIds: number[];
  /** 1 where a voter comes for the first time, to list their votes once. */
  isNewVoter: number[];
}

/** What is known of one asked cell. */
export interface CellRow {
  /** Position among the asked, from 1. */
  ordinal: number;
  state: "draft" | "open" | "closed";
  conversation_moderation: "lenient" | "strict" | null;
  opens_at_ms: number | null;
  closes_at_ms: number | null;
  /** Null for a newcomer. */
  participant_id: number | null;
  /** Null when there is no such statement. */
  moderation: "pending" | "accepted" | "rejected" | null;
  author_id: number | null;
  /** Where the statement is on stage and takes no votes: since when. */
  stage_closed_at_ms: number | null;
  /** Null when the cell is empty; so are the next four. */
  vote_seq: number | null;
  value: number | null;
  important: boolean | null;
  client_seq: number | null;
  /** Where `isNewVoter`: statements with a current vote of theirs, ascending. */
  voted: number[] | null;
}

export interface QueueRow {
  conversation_id: number;
  vote_seq: number;
  next_participant_id: number;
  is_due: boolean;
}

/**
 * Reads what a flush decides on, behind the lock of the queue rows. Both queries are sent at once: the
 * server runs them in order, the second with a snapshot taken after the lock was got. One query for all
 * the rest, because each costs both processes a wake-up.
 */
export async function lockAndLoad(
  tx: postgres.TransactionSql,
  keys: FlushKeys,
): Promise<{ queue: QueueRow[]; cells: CellRow[] }> {
  const conversationIds = [...new Set(keys.conversationIds)];
  const [, queue, cells] = await Promise.all([
    tx`select ${tx.unsafe(flushSettings)}`,
    tx<QueueRow[]>`
      select conversation_id, vote_seq, next_participant_id,
        coalesce(due_at <= now(), false) as is_due
      from analysis_queue where conversation_id = any(${conversationIds}::int[])
      order by conversation_id for update`,
    tx<CellRow[]>`
      select asked.ordinal::int, c.state, c.settings ->> 'moderation' as conversation_moderation,
        extract(epoch from c.opens_at)::float8 * 1000 as opens_at_ms,
        extract(epoch from c.closes_at)::float8 * 1000 as closes_at_ms,
        p.id as participant_id, s.moderation, s.author_id,
        extract(epoch from l.closed_at)::float8 * 1000 as stage_closed_at_ms,
        v.vote_seq, v.value, v.important, v.client_seq,
        case when asked.is_new_voter = 1 then array(
          select w.statement_id from current_votes w
          where w.conversation_id = p.conversation_id and w.participant_id = p.id
            and w.value is not null
          order by w.statement_id) end as voted
      from unnest(${keys.conversationIds}::int[], ${keys.tokenHashes}::text[],
        ${keys.statementIds}::int[], ${keys.isNewVoter}::int[]) with ordinality
        as asked (conversation_id, token_hash, statement_id, is_new_voter, ordinal)
      join conversations c on c.id = asked.conversation_id
      left join participants p on p.conversation_id = asked.conversation_id
        and p.token_hash = asked.token_hash
      left join statements s on s.conversation_id = asked.conversation_id
        and s.id = asked.statement_id
      left join live_sessions l on l.conversation_id = asked.conversation_id
        and l.statement_id = asked.statement_id and not l.is_open
      left join current_votes v on v.conversation_id = p.conversation_id
        and v.participant_id = p.id and v.statement_id = asked.statement_id`,
  ]);
  return { queue, cells };
}

/**
 * For this transaction only. Arrays look like ten rows to the planner, which would rather scan a small
 * table than use its key, and would keep that plan when the table has grown.
 */
const flushSettings = Object.entries({
  synchronous_commit: "on",
  lock_timeout: "5s",
  plan_cache_mode: "force_generic_plan",
  enable_seqscan: "off",
  enable_hashjoin: "off",
  enable_mergejoin: "off",
})
  .map(([name, value]) => `set_config('${name}', '${value}', true)`)
  .join(", ");

/** What a flush writes, one array a column. */
export interface FlushColumns {
  newcomers: {
    conversationIds: number[];
    participantIds: number[];
    tokenHashes: string[];
    verifiers: (string | null)[];
  };
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
      insert into participants (conversation_id, id, token_hash, verified_by)
      select * from unnest(${newcomers.conversationIds}::int[], ${newcomers.participantIds}::int[],
        ${newcomers.tokenHashes}::text[], ${newcomers.verifiers}::text[])
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
        then least(q.due_at, now()) else q.due_at end
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
