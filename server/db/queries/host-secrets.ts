import { eq, sql } from "drizzle-orm";
import { hostSecrets } from "@/drizzle/schema/host-secret";
import type { Queryable } from "@/server/db/client";

export type HostSecretRow = typeof hostSecrets.$inferSelect;

/** Null while the first secret is the only one. */
export async function findHostSecret(
  db: Queryable,
  conversationId: number,
): Promise<HostSecretRow | null> {
  const [row] = await db
    .select()
    .from(hostSecrets)
    .where(eq(hostSecrets.conversationId, conversationId));
  return row ?? null;
}

/** The one that was there becomes the one before. */
export async function storeHostSecret(
  db: Queryable,
  next: { conversationId: number; nonce: string; previousUntil: Date },
): Promise<void> {
  const { nonce, previousUntil } = next;
  await db
    .insert(hostSecrets)
    .values(next)
    .onConflictDoUpdate({
      target: hostSecrets.conversationId,
      set: { nonce, previousNonce: sql`${hostSecrets.nonce}`, previousUntil },
    });
}
