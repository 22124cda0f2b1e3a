import { eq } from "drizzle-orm";
import { accounts, users } from "@/drizzle/schema/account";
import type { Queryable } from "@/server/db/client";

export async function hasOwner(db: Queryable): Promise<boolean> {
  const rows = await db
    .select({ id: users.id })
    .from(users)
    .where(eq(users.instanceRole, "owner"))
    .limit(1);
  return rows.length > 0;
}

/** False when the e-mail address has an account already. */
export async function insertUser(db: Queryable, user: typeof users.$inferInsert): Promise<boolean> {
  const rows = await db
    .insert(users)
    .values(user)
    .onConflictDoNothing({ target: users.email })
    .returning({ id: users.id });
  return rows.length > 0;
}

/** The password of a user, as better-auth looks for it. */
export async function insertPasswordAccount(
  db: Queryable,
  account: { id: string; userId: string; passwordHash: string },
): Promise<void> {
  await db.insert(accounts).values({
    id: account.id,
    userId: account.userId,
    accountId: account.userId,
    providerId: "credential",
    password: account.passwordHash,
  });
}

export async function findUserByEmail(
  db: Queryable,
  email: string,
): Promise<{ id: string; name: string } | null> {
  const [row] = await db
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(eq(users.email, email));
  return row ?? null;
}
