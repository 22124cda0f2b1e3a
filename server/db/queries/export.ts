import type { TransactionSql } from "postgres";
import type { Frame, StoredAnalysis } from "@/lib/schemas/analysis";
import { standingAtSeen } from "./standing-votes";

// Rows that are read from the database at a time, and written while nobody else is answered: 5 ms of
// CPU at most, three downloads at once 15 ms. Five times as many take as much CPU in all, and 15 ms each.
const CHUNK_ROWS = 1_000;
const CHUNK_HISTORY = 2_500;
const CHUNK_BALLOTS = 50;

export interface ExportedStatement {
  id: number;
  text: string;
  language: string | null;
  authorId: number | null;
  isSeed: boolean;
  isMetadata: boolean;
  moderation: "pending" | "accepted" | "rejected";
  atMs: number;
  agrees: number;
  disagrees: number;
  votes: number;
  important: number;
}

/** Votes that stand: of participants who were not excluded, and not withdrawn. */
const standing = (sql: TransactionSql, conversationId: number) => sql`
  from current_votes c
  where c.conversation_id = ${conversationId} and c.value is not null
    and not exists (
      select from participants p
      where p.conversation_id = c.conversation_id and p.id = c.participant_id
        and p.excluded_at is not null)`;

export function listExportedStatements(
  sql: TransactionSql,
  conversationId: number,
): AsyncIterable<ExportedStatement[]> {
  return sql<ExportedStatement[]>`
    select s.id, text, language, author_id as "authorId", is_seed as "isSeed", is_metadata as "isMetadata",
      moderation, floor(extract(epoch from created_at) * 1000)::float8 as "atMs",
      coalesce(agrees, 0) as agrees, coalesce(disagrees, 0) as disagrees,
      coalesce(votes, 0) as votes, coalesce(important, 0) as important
    from statements s
    left join (
      select c.statement_id as id, count(*)::int as votes,
        count(*) filter (where c.value = 1)::int as agrees,
        count(*) filter (where c.value = -1)::int as disagrees,
        count(*) filter (where c.important)::int as important
      ${standing(sql, conversationId)}
      group by c.statement_id
    ) as tally using (id)
    where s.conversation_id = ${conversationId}
    order by s.id`.cursor(CHUNK_ROWS);
}

/** A vote of the history: its cells are joined in the database, which has time while they are written. */
export interface ExportedVote {
  atMs: number;
  /** Statement, participant, value and whether it is important (0 or 1): `7,12,-1,0`. */
  cells: string;
}

/** The history without the cells that were withdrawn, in the order in which it was written. */
export function listExportedHistory(
  sql: TransactionSql,
  conversationId: number,
): AsyncIterable<ExportedVote[]> {
  return sql<ExportedVote[]>`
    select floor(extract(epoch from v.at) * 1000)::float8 as "atMs",
      concat_ws(',', v.statement_id, v.participant_id, v.value, v.important::int) as cells
    from votes v
    where v.conversation_id = ${conversationId} and v.value is not null
      and not exists (
        select from current_votes c
        where c.conversation_id = ${conversationId} and c.value is null
          and c.participant_id = v.participant_id and c.statement_id = v.statement_id)
      and not exists (
        select from participants p
        where p.conversation_id = ${conversationId} and p.excluded_at is not null
          and p.id = v.participant_id)
    order by v.vote_seq`.cursor(CHUNK_HISTORY);
}

/** The standing votes of one participant, in lists of one length: of arrays, as PostgreSQL writes them. */
export interface ExportedBallot {
  participantId: number;
  /** Ascending: `{0,4,7}`. */
  statements: string;
  values: string;
  /** `{f,t,f}` */
  important: string;
}

/**
 * A row a participant, ids ascending; those without a vote are left out. Gathered in the database: of
 * rows of single votes 0.3 million a second would arrive, of these 1.5 million votes.
 */
export function listExportedBallots(
  sql: TransactionSql,
  conversationId: number,
): AsyncIterable<ExportedBallot[]> {
  return sql<ExportedBallot[]>`
    select participant_id as "participantId", array_agg(statement_id)::text as statements,
      array_agg(value)::text as values, array_agg(important)::text as important
    from (
      select c.participant_id, c.statement_id, c.value, c.important
      ${standing(sql, conversationId)}
      order by c.participant_id, c.statement_id
    ) as ordered
    group by participant_id
    order by participant_id`.cursor(CHUNK_BALLOTS);
}

/**
 * The canonical lines of what stood at `voteSeq`, a row a participant, ids ascending. Where somebody has
 * changed a vote since, the one before; without newer votes the history is not read.
 */
export function listStandingLines(
  sql: TransactionSql,
  { conversationId, voteSeq }: VotesSeen,
): AsyncIterable<{ lines: string }[]> {
  return sql<{ lines: string }[]>`
    ${standingAt(sql, { conversationId, voteSeq })}
    select string_agg(format(E'%s,%s,%s\n', participant_id, statement_id, value), ''
      order by statement_id) as lines
    from standing group by participant_id order by participant_id`.cursor(CHUNK_BALLOTS);
}

/** How many votes stood at `voteSeq`, without those that were deleted since. */
export async function countStandingAt(sql: TransactionSql, seen: VotesSeen): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    ${standingAt(sql, seen)} select count(*)::int as count from standing`;
  return row!.count;
}

/** A conversation with all of its votes up to and including one. */
interface VotesSeen {
  conversationId: number;
  voteSeq: number;
}

const standingAt = (sql: TransactionSql, { conversationId, voteSeq }: VotesSeen) => sql`
  with seen as (select ${conversationId}::int as conversation_id, ${voteSeq}::bigint as vote_seq),
  ${sql.unsafe(standingAtSeen)}`;

export async function listVotedStatements(
  sql: TransactionSql,
  conversationId: number,
): Promise<number[]> {
  const rows = await sql<{ id: number }[]>`
    select distinct c.statement_id as id ${standing(sql, conversationId)} order by id`;
  return rows.map(({ id }) => id);
}

/** How many statements each participant wrote. */
export async function countStatementsByAuthor(
  sql: TransactionSql,
  conversationId: number,
): Promise<Map<number, number>> {
  const rows = await sql<{ id: number; count: number }[]>`
    select author_id as id, count(*)::int as count from statements
    where conversation_id = ${conversationId} and author_id is not null
    group by author_id`;
  return new Map(rows.map(({ id, count }) => [id, count]));
}

export async function countForSummary(sql: TransactionSql, conversationId: number) {
  const [counts] = await sql<
    {
      voters: number;
      authors: number;
      hasSeeds: boolean;
      voted: number;
      nextParticipantId: number;
    }[]
  >`
    select
      (select count(*)::int from (
        select c.participant_id ${standing(sql, conversationId)} group by c.participant_id
      ) as voter) as voters,
      (select count(*)::int from (
        select c.statement_id ${standing(sql, conversationId)} group by c.statement_id
      ) as statement) as voted,
      count(distinct author_id)::int as authors,
      coalesce(bool_or(author_id is null), false) as "hasSeeds",
      (select next_participant_id from analysis_queue
        where conversation_id = ${conversationId}) as "nextParticipantId"
    from statements where conversation_id = ${conversationId}`;
  return counts!;
}

/** An analysis with its packed memberships; the newest is that of those that are not approximate. */
export async function findExportedAnalysis(
  sql: TransactionSql,
  conversationId: number,
  which: number | "newest" = "newest",
) {
  // As text: whether this pool parses JSON depends on whether drizzle shares it.
  const [row] = await sql<
    {
      version: number;
      voteSeq: number;
      createdAtMs: number;
      core: string;
      frame: string;
      positions: Buffer | null;
    }[]
  >`
    select version, vote_seq::float8 as "voteSeq", floor(extract(epoch from created_at) * 1000)::float8 as "createdAtMs",
      core::text, frame::text, positions
    from analyses
    where conversation_id = ${conversationId} and ${which === "newest" ? sql`not is_approximate` : sql`version = ${which}`}
    order by version desc limit 1`;
  if (!row) return null;
  const core: StoredAnalysis = JSON.parse(row.core);
  const frame: Frame = JSON.parse(row.frame);
  const { version, voteSeq, createdAtMs, positions } = row;
  return { version, voteSeq, createdAt: new Date(createdAtMs), core, frame, positions };
}
