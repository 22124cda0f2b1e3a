import { randomUUID } from "node:crypto";
import { users } from "@/drizzle/schema/account";
import { memberships } from "@/drizzle/schema/conversation";
import type { Database } from "@/server/db/client";
import type { Actor, ServiceContext } from "@/server/services/context";
import type { Role } from "@/server/services/permissions/permission-table";

/** A context at a fixed time, for the console unless told otherwise. */
export function contextFor(
  db: Database,
  actor: Actor = { kind: "operator" },
  now = new Date("2026-05-01T12:00:00Z"),
): ServiceContext {
  return { db, actor, now: () => now };
}

/** An account of its own, with a role in a conversation when one is given. */
export async function insertTestUser(
  db: Database,
  options: {
    instanceRole?: "owner" | "facilitator";
    membership?: { conversationId: number; role: Role };
  } = {},
): Promise<Extract<Actor, { kind: "user" }>> {
  const { instanceRole = "facilitator", membership } = options;
  const userId = randomUUID();
  await db
    .insert(users)
    .values({ id: userId, name: "Test", email: `${userId}@example.org`, instanceRole });
  if (membership) await db.insert(memberships).values({ ...membership, userId });
  return { kind: "user", userId, instanceRole };
}
