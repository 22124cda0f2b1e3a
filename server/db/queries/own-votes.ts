import { sql } from "drizzle-orm";
import { gather } from "@/server/db/gather";

/** Statements on which the bearer of a token has a current vote. */
export const countOwnVotes = gather(
  async (db, asked: { conversationId: number; tokenHash: string }[]) => {
    const rows = await db.execute<{ votes: number }>(sql`
      select (
        select count(*)::int from participants p join current_votes v
          on v.conversation_id = p.conversation_id and v.participant_id = p.id
        where p.conversation_id = asked.conversation_id and p.token_hash = asked.token_hash
          and v.value is not null
      ) as votes
      from rows from (
        json_to_recordset(${JSON.stringify(asked)}::text::json)
          as ("conversationId" int, "tokenHash" text)
      ) with ordinality as asked (conversation_id, token_hash, place)
      order by asked.place`);
    return rows.map(({ votes }) => votes);
  },
);
