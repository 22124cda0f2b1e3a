import { and, eq } from "drizzle-orm";
import { instanceFacts } from "@/drizzle/schema/instance";
import type { Queryable } from "@/server/db/client";

export async function setInstanceFact(db: Queryable, name: string, value: string): Promise<void> {
  await db
    .insert(instanceFacts)
    .values({ name, value })
    .onConflictDoUpdate({ target: instanceFacts.name, set: { value } });
}

export async function hasInstanceFact(
  db: Queryable,
  name: string,
  value: string,
): Promise<boolean> {
  const rows = await db.select().from(instanceFacts).where(matches(name, value));
  return rows.length > 0;
}

/** False when it is not there with this value: somebody else took it, or it was never right. */
export async function takeInstanceFact(
  db: Queryable,
  name: string,
  value: string,
): Promise<boolean> {
  const rows = await db.delete(instanceFacts).where(matches(name, value)).returning();
  return rows.length > 0;
}

function matches(name: string, value: string) {
  return and(eq(instanceFacts.name, name), eq(instanceFacts.value, value));
}
