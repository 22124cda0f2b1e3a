import { type SQL, sql } from "drizzle-orm";
import type { ParticipationCounts } from "@/lib/reports/summarize-participation";
import type { Queryable } from "@/server/db/client";

/** Whose participation: those with a vote that stands now, or those whose votes a report froze. */
export interface ParticipationOf {
  conversationId: number;
  /** Null: now. */
  reportNumber: number | null;
  voteSeq: number;
  /** Which statements are shown. */
  shown: readonly ("accepted" | "pending")[];
}

/** Who took part and how, exactly; a walk through all votes of the conversation. */
export async function countParticipation(
  tx: Queryable,
  of: ParticipationOf,
): Promise<ParticipationCounts> {
  const voters = selectVoters(of);
  const perPerson = await listVotesPerPerson(tx, of, voters);
  const { first, last } = await findTimes(tx, of);
  const hasTimes = first !== null && last !== null;
  const unit = hasTimes ? chooseUnit(Date.parse(last) - Date.parse(first)) : "day";
  return {
    perPerson,
    spans: hasTimes ? await listSpans(tx, of, { voters, unit }) : [],
    until: last,
    statements: await countSources(tx, of),
  };
}

function selectVoters({ conversationId, reportNumber }: ParticipationOf): SQL {
  if (reportNumber !== null) {
    return sql`select participant_id, votes from report_votes
      where conversation_id = ${conversationId} and report_number = ${reportNumber}`;
  }
  return sql`select participant_id, count(*)::int as votes from current_votes c
    where conversation_id = ${conversationId} and value is not null and not exists (
      select from participants p
      where p.conversation_id = ${conversationId} and p.id = c.participant_id
        and p.excluded_at is not null)
    group by participant_id`;
}

async function listVotesPerPerson(tx: Queryable, of: ParticipationOf, voters: SQL) {
  const rows = await tx.execute<{ votes: number; people: number; imported: number }>(sql`
    select v.votes, count(*)::int as people,
      (count(*) filter (where p.token_hash is null))::int as imported
    from (${voters}) v
    join participants p on p.conversation_id = ${of.conversationId} and p.id = v.participant_id
    group by v.votes order by v.votes`);
  return [...rows];
}

async function findTimes(tx: Queryable, { conversationId, voteSeq }: ParticipationOf) {
  const [row] = await tx.execute<{ first: string | null; last: string | null }>(sql`
    select to_json(min(at) at time zone 'UTC') #>> '{}' || 'Z' as first,
      to_json(max(at) at time zone 'UTC') #>> '{}' || 'Z' as last
    from votes where conversation_id = ${conversationId} and vote_seq <= ${voteSeq}`);
  return row!;
}

type Unit = "hour" | "day" | "week" | "month" | "year";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** So that a picture of it has some sixty bars at most. */
function chooseUnit(spanMs: number): Unit {
  if (spanMs <= 60 * HOUR_MS) return "hour";
  if (spanMs <= 60 * DAY_MS) return "day";
  if (spanMs <= 60 * 7 * DAY_MS) return "week";
  return spanMs <= 60 * 31 * DAY_MS ? "month" : "year";
}

async function listSpans(
  tx: Queryable,
  { conversationId, voteSeq }: ParticipationOf,
  { voters, unit }: { voters: SQL; unit: Unit },
) {
  const rows = await tx.execute<ParticipationCounts["spans"][number] & Record<string, unknown>>(sql`
    with cast_votes as (
      select participant_id, date_trunc(${unit}, at, 'UTC') as start, count(*) as votes
      from votes
      where conversation_id = ${conversationId} and vote_seq <= ${voteSeq} and value is not null
      group by 1, 2
    ), placed as (
      select start, c.votes, start = min(start) over (partition by participant_id) as is_first
      from cast_votes c join (${voters}) v using (participant_id))
    select to_json(start at time zone 'UTC') #>> '{}' || 'Z' as start, sum(votes)::int as votes,
      count(*)::int as voters, (count(*) filter (where is_first))::int as newcomers
    from placed group by placed.start order by placed.start`);
  return [...rows];
}

/** Who wrote the statements that are shown. */
async function countSources(tx: Queryable, { conversationId, shown }: ParticipationOf) {
  const [row] = await tx.execute<ParticipationCounts["statements"] & Record<string, unknown>>(sql`
    select (count(*) filter (where is_seed))::int as seeds,
      (count(*) filter (where not is_seed))::int as "byParticipants",
      (count(distinct author_id) filter (where not is_seed))::int as authors
    from statements where conversation_id = ${conversationId} and moderation in ${shown}`);
  return row!;
}
