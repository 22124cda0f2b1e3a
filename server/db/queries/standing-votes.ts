/**
 * The votes of a conversation that stood at a vote, as SQL that follows `with seen as (select … as
 * conversation_id, … as vote_seq)` and defines `standing`: participant_id, statement_id, value. Where
 * somebody has changed a vote since, the one before; without newer votes the history is not read.
 */
export const standingAtSeen = `
  changed as materialized (
    select distinct participant_id, statement_id from votes
    where conversation_id = (select conversation_id from seen)
      and vote_seq > (select vote_seq from seen)
  ), latest as (
    select participant_id, statement_id, value from current_votes
    where conversation_id = (select conversation_id from seen)
      and vote_seq <= (select vote_seq from seen)
    union all
    (select distinct on (participant_id, statement_id) participant_id, statement_id, value
    from votes join changed using (participant_id, statement_id)
    where conversation_id = (select conversation_id from seen)
      and vote_seq <= (select vote_seq from seen)
    order by participant_id, statement_id, vote_seq desc)
  ), standing as (
    select participant_id, statement_id, value from latest
    where value is not null and not exists (
      select from participants p
      where p.conversation_id = (select conversation_id from seen) and p.id = participant_id
        and p.excluded_at is not null)
  )`;
