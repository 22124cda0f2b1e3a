import { sql } from "drizzle-orm";
import type { Queryable } from "@/server/db/client";

const MAX_FOUND_BY_PROBE = 1_000;
const MAX_CANDIDATES = 40;

/**
 * Statements that share something rare with a text: ids, those that share most first.
 * @param probes sets of bigrams, each looked up as a whole
 */
export async function listSimilarIds(
  db: Queryable,
  conversationId: number,
  search: {
    probes: readonly (readonly string[])[];
    /** How many there are, to tell how rare a find is. */
    statements: number;
  },
): Promise<number[]> {
  const probes = search.probes.map((probe) => probe.map((bigram) => `${conversationId}:${bigram}`));
  const rows = await db.execute<{ id: number }>(sql`
    with probes as (
      select array(select jsonb_array_elements_text(probe)) as bigrams, number
      from jsonb_array_elements(${JSON.stringify(probes)}::text::jsonb) with ordinality as p (probe, number)
    ), found as (
      select number, id, count(*) over (partition by number) as times
      from probes, lateral (
        select id from statements s
        where s.bigrams @> probes.bigrams and s.moderation <> 'rejected'
        limit ${MAX_FOUND_BY_PROBE}
      ) as holding
    )
    select id from found group by id
    order by sum(ln(${search.statements + 1}::float8 / times)) desc, id
    limit ${MAX_CANDIDATES}`);
  return [...rows].map(({ id }) => id);
}
