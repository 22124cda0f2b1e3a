import type postgres from "postgres";
import type { ConversationSettings } from "@/lib/schemas/conversation";
import { NOTIFICATION_CHANNEL } from "@/lib/schemas/notification";

// Instants and JSON go as text: drizzle switches off postgres.js's own serializers on the same pool.
type ImportSql = postgres.TransactionSql;

/** Null when the slug is taken. */
export async function insertImportedConversation(
  sql: ImportSql,
  row: { slug: string; title: string; description: string; now: Date },
): Promise<number | null> {
  const now = row.now.toISOString();
  const [inserted] = await sql<{ id: number }[]>`
    insert into conversations (slug, title, description, settings, state, opens_at, created_at)
    values (${row.slug}, ${row.title}, ${row.description}, '{}', 'open', ${now}, ${now})
    on conflict (slug) do nothing
    returning id`;
  return inserted?.id ?? null;
}

/** Where COPY puts the rows of an export; gone with the transaction. */
export async function createImportTables(sql: ImportSql): Promise<void> {
  await sql`
    create temp table import_statements (
      id int, body text, author_id int, moderation text, is_metadata bool, is_seed bool,
      at timestamptz
    ) on commit drop`;
  await sql`create temp table import_participants (id int, xid text) on commit drop`;
  await sql`
    create temp table import_votes (
      position int, participant_id int, statement_id int, value smallint, important bool,
      at timestamptz
    ) on commit drop`;
}

/** Nothing else tells the planner how many rows came; autovacuum cannot see temporary tables. */
export async function analyzeImportTables(sql: ImportSql): Promise<void> {
  await sql`analyze import_statements, import_participants, import_votes`;
}

/**
 * Numbers the history by time, equal times in the order of the file, and takes the last vote of
 * each cell as the current one.
 */
export async function insertImportedVotes(sql: ImportSql, conversationId: number): Promise<void> {
  await sql`
    insert into votes
      (conversation_id, vote_seq, participant_id, statement_id, value, important, at)
    select ${conversationId}::int, row_number() over (order by at, position),
      participant_id, statement_id, value, important, at
    from import_votes
    order by at, position`;
  await sql`
    insert into current_votes
      (conversation_id, participant_id, statement_id, value, important, vote_seq, at)
    select distinct on (participant_id, statement_id)
      conversation_id, participant_id, statement_id, value, important, vote_seq, at
    from votes
    where conversation_id = ${conversationId}
    order by participant_id, statement_id, vote_seq desc`;
}

/** Everybody with a row, a vote or a statement; whoever only wrote seed statements is no participant. */
export async function insertImportedParticipants(
  sql: ImportSql,
  conversation: { id: number; now: Date },
): Promise<void> {
  await sql`
    update import_statements as s set author_id = null
    where is_seed
      and not exists (select from import_participants p where p.id = s.author_id)
      and not exists (select from import_votes v where v.participant_id = s.author_id)`;
  await sql`
    insert into participants (conversation_id, id, xid, created_at)
    select ${conversation.id}::int, id, max(xid), coalesce(min(at), ${conversation.now.toISOString()})
    from (
      select id, xid, null::timestamptz as at from import_participants
      union all
      select participant_id, null, min(at) from import_votes group by participant_id
      union all
      select author_id, null, at from import_statements where author_id is not null
    ) as everybody
    group by id`;
}

/** The statements of the export, and a stand-in for each that has votes but no row. */
export async function insertImportedStatements(
  sql: ImportSql,
  conversationId: number,
): Promise<void> {
  await sql`
    insert into statements
      (conversation_id, id, text, author_id, moderation, is_metadata, is_seed, created_at)
    select ${conversationId}::int, id, body, author_id, moderation, is_metadata, is_seed, at
    from import_statements`;
  await sql`
    insert into statements (conversation_id, id, text, moderation, created_at)
    select ${conversationId}::int, statement_id, '[' || statement_id || ': no text in the export]',
      'pending', min(at)
    from import_votes v
    where not exists (select from import_statements s where s.id = v.statement_id)
    group by statement_id`;
}

/** Sets what follows from the rows: settings, counters, and that an analysis is due. */
export async function completeImportedConversation(
  sql: ImportSql,
  conversation: { id: number; settings: ConversationSettings },
): Promise<void> {
  const { id, settings } = conversation;
  // It opened when the first thing happened in it, not when it was imported.
  await sql`
    update conversations
    set settings = ${JSON.stringify(settings)}::text::jsonb,
      opens_at = least(
        opens_at,
        (select min(at) from import_votes),
        (select min(created_at) from statements where conversation_id = ${id})
      )
    where id = ${id}`;
  await sql`
    insert into analysis_queue
      (conversation_id, vote_seq, next_participant_id, next_statement_id, due_at)
    values (
      ${id},
      (select count(*) from import_votes),
      (select coalesce(max(id) + 1, 0) from participants where conversation_id = ${id}),
      (select coalesce(max(id) + 1, 0) from statements where conversation_id = ${id}),
      now()
    )`;
  await sql`
    select pg_notify(${NOTIFICATION_CHANNEL}, ${JSON.stringify({ type: "due", conversationId: id })})`;
}

export async function countImportedRows(sql: ImportSql, conversationId: number) {
  const [counts] = await sql<
    {
      participants: number;
      statements: number;
      statementsVoted: number;
      votes: number;
      history: number;
      accepted: number;
    }[]
  >`
    select
      (select count(distinct participant_id)::int from current_votes
        where conversation_id = ${conversationId}) as participants,
      (select count(*)::int from statements where conversation_id = ${conversationId}) as statements,
      (select count(distinct statement_id)::int from current_votes
        where conversation_id = ${conversationId}) as "statementsVoted",
      (select count(*)::int from current_votes where conversation_id = ${conversationId}) as votes,
      (select count(*)::int from import_votes) as history,
      (select count(*)::int from statements
        where conversation_id = ${conversationId} and moderation = 'accepted') as accepted`;
  return counts!;
}

export async function recordImport(
  sql: ImportSql,
  event: { conversationId: number; details: Record<string, string | number>; now: Date },
): Promise<void> {
  await sql`
    insert into audit_events (conversation_id, action, details, at)
    values (${event.conversationId}, 'conversation.import',
      ${JSON.stringify(event.details)}::text::jsonb, ${event.now.toISOString()})`;
}
