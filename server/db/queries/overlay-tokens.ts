import { and, eq } from "drizzle-orm";
import { overlayTokens } from "@/drizzle/schema/overlay-token";
import type { Queryable } from "@/server/db/client";

/** In place of an earlier one, which stops to work. */
export async function storeOverlayToken(
  db: Queryable,
  token: typeof overlayTokens.$inferInsert,
): Promise<void> {
  const { conversationId: _, ...change } = token;
  await db
    .insert(overlayTokens)
    .values(token)
    .onConflictDoUpdate({ target: overlayTokens.conversationId, set: change });
}

export async function findOverlayNonce(
  db: Queryable,
  conversationId: number,
): Promise<string | null> {
  const [row] = await db
    .select({ nonce: overlayTokens.nonce })
    .from(overlayTokens)
    .where(eq(overlayTokens.conversationId, conversationId));
  return row?.nonce ?? null;
}

/** Whether this is the hash of the conversation's newest token. */
export async function isOverlayToken(
  db: Queryable,
  conversationId: number,
  tokenHash: string,
): Promise<boolean> {
  const rows = await db
    .select({ conversationId: overlayTokens.conversationId })
    .from(overlayTokens)
    .where(
      and(eq(overlayTokens.conversationId, conversationId), eq(overlayTokens.tokenHash, tokenHash)),
    );
  return rows.length > 0;
}
