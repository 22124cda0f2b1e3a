import { and, eq } from "drizzle-orm";
import { memberships } from "@/drizzle/schema/conversation";
import type { Queryable } from "@/server/db/client";

type Role = (typeof memberships.$inferSelect)["role"];

export async function findMembershipRole(
  db: Queryable,
  conversationId: number,
  userId: string,
): Promise<Role | null> {
  const [row] = await db
    .select({ role: memberships.role })
    .from(memberships)
    .where(and(eq(memberships.conversationId, conversationId), eq(memberships.userId, userId)));
  return row?.role ?? null;
}

export async function insertMembership(
  db: Queryable,
  membership: { conversationId: number; userId: string; role: Role },
): Promise<void> {
  await db.insert(memberships).values(membership);
}
