import type { Sql } from "@/server/db/client";

/** The canonical vote list that a report froze, as it is now. */
export async function readFrozenList(
  sql: Sql,
  conversationId: number,
  reportNumber: number,
): Promise<string> {
  const rows = await sql<{ lines: Buffer }[]>`
    select lines from report_votes
    where conversation_id = ${conversationId} and report_number = ${reportNumber}
    order by participant_id`;
  return rows.map(({ lines }) => lines.toString("utf8")).join("");
}
