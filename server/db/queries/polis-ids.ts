import { and, eq, ne } from "drizzle-orm";
import type postgres from "postgres";
import { conversations } from "@/drizzle/schema/conversation";
import type { Queryable } from "@/server/db/client";

/** False when another conversation has this id; imports that come at once wait for each other. */
export async function setPolisId(
  sql: postgres.TransactionSql,
  { id, polisId }: { id: number; polisId: string },
): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`polis-id ${polisId}`}, 0))`;
  const updated = await sql`
    update conversations set polis_id = ${polisId}
    where id = ${id} and not exists (select from conversations where polis_id = ${polisId})`;
  return updated.count === 1;
}

/** The slug of the conversation that has this id. */
export async function findPolisIdOwner(
  sql: postgres.TransactionSql,
  polisId: string,
): Promise<string | null> {
  const [row] = await sql<{ slug: string }[]>`
    select slug from conversations where polis_id = ${polisId}`;
  return row?.slug ?? null;
}

/** Of a conversation that everybody may know of. */
export async function findSlugByPolisId(db: Queryable, polisId: string): Promise<string | null> {
  const [row] = await db
    .select({ slug: conversations.slug })
    .from(conversations)
    .where(and(eq(conversations.polisId, polisId), ne(conversations.state, "draft")));
  return row?.slug ?? null;
}
