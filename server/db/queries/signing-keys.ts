import { asc, like } from "drizzle-orm";
import { instanceFacts } from "@/drizzle/schema/instance";
import type { Queryable } from "@/server/db/client";

const PREFIX = "signing-key:";

/** Public keys are never taken away: what they signed stays signed. */
export async function insertSigningKey(
  db: Queryable,
  key: { keyId: string; value: string },
): Promise<void> {
  await db
    .insert(instanceFacts)
    .values({ name: PREFIX + key.keyId, value: key.value })
    .onConflictDoNothing();
}

/** Every key that this instance has ever signed with, as it was inserted. */
export async function listSigningKeys(db: Queryable): Promise<string[]> {
  const rows = await db
    .select({ value: instanceFacts.value })
    .from(instanceFacts)
    .where(like(instanceFacts.name, `${PREFIX}%`))
    .orderBy(asc(instanceFacts.name));
  return rows.map(({ value }) => value);
}
