import { and, eq, isNull, notExists, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { conversations } from "@/drizzle/schema/conversation";
import type { Queryable } from "@/server/db/client";

export async function findJoinCode(db: Queryable, conversationId: number): Promise<string | null> {
  const [row] = await db
    .select({ joinCode: conversations.joinCode })
    .from(conversations)
    .where(eq(conversations.id, conversationId));
  return row?.joinCode ?? null;
}

export async function findSlugByJoinCode(db: Queryable, joinCode: string): Promise<string | null> {
  const [row] = await db
    .select({ slug: conversations.slug })
    .from(conversations)
    .where(eq(conversations.joinCode, joinCode));
  return row?.slug ?? null;
}

/** Does nothing where there is a code already, or where it is another's. */
export async function giveJoinCode(
  db: Queryable,
  { conversationId, joinCode }: { conversationId: number; joinCode: string },
): Promise<void> {
  const others = alias(conversations, "others");
  const taken = db.select({ one: sql`1` }).from(others).where(eq(others.joinCode, joinCode));
  await db
    .update(conversations)
    .set({ joinCode })
    .where(
      and(eq(conversations.id, conversationId), isNull(conversations.joinCode), notExists(taken)),
    );
}
