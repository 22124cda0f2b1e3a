import { and, asc, eq } from "drizzle-orm";
import { users } from "@/drizzle/schema/account";
import { memberships } from "@/drizzle/schema/conversation";
import type { Queryable, Transaction } from "@/server/db/client";

type Role = (typeof memberships.$inferSelect)["role"];

interface MembershipKey {
  conversationId: number;
  userId: string;
}

export async function findMembershipRole(
  db: Queryable,
  conversationId: number,
  userId: string,
): Promise<Role | null> {
  const [row] = await db
    .select({ role: memberships.role })
    .from(memberships)
    .where(matches({ conversationId, userId }));
  return row?.role ?? null;
}

export async function insertMembership(
  db: Queryable,
  membership: MembershipKey & { role: Role },
): Promise<void> {
  await db.insert(memberships).values(membership);
}

/** False when they have a role already, which stays. */
export async function addMembership(
  db: Queryable,
  membership: MembershipKey & { role: Role },
): Promise<boolean> {
  const rows = await db.insert(memberships).values(membership).onConflictDoNothing().returning();
  return rows.length > 0;
}

/** Everybody with a role here, by name. */
export async function listMembers(db: Queryable, conversationId: number) {
  return db
    .select({
      userId: users.id,
      name: users.name,
      email: users.email,
      instanceRole: users.instanceRole,
      role: memberships.role,
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(eq(memberships.conversationId, conversationId))
    .orderBy(asc(users.name), asc(users.id));
}

/** The user ids of the owners, who stay owners until the transaction ends. */
export async function lockOwners(tx: Transaction, conversationId: number): Promise<string[]> {
  const rows = await tx
    .select({ userId: memberships.userId })
    .from(memberships)
    .where(and(eq(memberships.conversationId, conversationId), eq(memberships.role, "owner")))
    .orderBy(asc(memberships.userId))
    .for("update");
  return rows.map(({ userId }) => userId);
}

/** The role there was; null when they have none. The row is kept from others until the end. */
export async function lockMembershipRole(
  tx: Transaction,
  key: MembershipKey,
): Promise<Role | null> {
  const [row] = await tx
    .select({ role: memberships.role })
    .from(memberships)
    .where(matches(key))
    .for("update");
  return row?.role ?? null;
}

export async function updateMembershipRole(
  tx: Transaction,
  key: MembershipKey,
  role: Role,
): Promise<void> {
  await tx.update(memberships).set({ role }).where(matches(key));
}

export async function deleteMembership(tx: Transaction, key: MembershipKey): Promise<void> {
  await tx.delete(memberships).where(matches(key));
}

function matches({ conversationId, userId }: MembershipKey) {
  return and(eq(memberships.conversationId, conversationId), eq(memberships.userId, userId));
}
