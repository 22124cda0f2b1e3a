import { and, asc, eq, gt, lte } from "drizzle-orm";
import { invitations } from "@/drizzle/schema/invitation";
import type { Queryable } from "@/server/db/client";

export type InvitationRow = typeof invitations.$inferSelect;

interface TokenKey {
  conversationId: number;
  tokenHash: string;
  now: Date;
}

/** In place of an earlier one for the same address, whose link stops to work. */
export async function storeInvitation(
  db: Queryable,
  invitation: typeof invitations.$inferInsert,
): Promise<void> {
  const { conversationId: _conversation, email: _email, ...change } = invitation;
  await db
    .insert(invitations)
    .values(invitation)
    .onConflictDoUpdate({ target: [invitations.conversationId, invitations.email], set: change });
}

export async function listInvitations(
  db: Queryable,
  conversationId: number,
): Promise<InvitationRow[]> {
  return db
    .select()
    .from(invitations)
    .where(eq(invitations.conversationId, conversationId))
    .orderBy(asc(invitations.email));
}

/** Null when it is unknown, used or too old. */
export async function findInvitationByToken(
  db: Queryable,
  key: TokenKey,
): Promise<InvitationRow | null> {
  const [row] = await db.select().from(invitations).where(opens(key));
  return row ?? null;
}

/** Takes it out, so that it serves once; null as findInvitationByToken. */
export async function takeInvitation(db: Queryable, key: TokenKey): Promise<InvitationRow | null> {
  const [row] = await db.delete(invitations).where(opens(key)).returning();
  return row ?? null;
}

export async function deleteInvitation(
  db: Queryable,
  key: { conversationId: number; id: string },
): Promise<InvitationRow | null> {
  const { conversationId, id } = key;
  const [row] = await db
    .delete(invitations)
    .where(and(eq(invitations.conversationId, conversationId), eq(invitations.id, id)))
    .returning();
  return row ?? null;
}

export async function deleteInvitationOf(
  db: Queryable,
  key: { conversationId: number; email: string },
): Promise<void> {
  const { conversationId, email } = key;
  await db
    .delete(invitations)
    .where(and(eq(invitations.conversationId, conversationId), eq(invitations.email, email)));
}

/** What somebody gave out who may not do so any more. */
export async function deleteInvitationsBy(
  db: Queryable,
  key: { conversationId: number; userId: string },
): Promise<void> {
  const { conversationId, userId } = key;
  await db
    .delete(invitations)
    .where(and(eq(invitations.conversationId, conversationId), eq(invitations.invitedBy, userId)));
}

/** Addresses of people who never came are not kept. */
export async function deleteInvitationsBefore(
  db: Queryable,
  key: { conversationId: number; before: Date },
): Promise<void> {
  const { conversationId, before } = key;
  await db
    .delete(invitations)
    .where(and(eq(invitations.conversationId, conversationId), lte(invitations.expiresAt, before)));
}

function opens({ conversationId, tokenHash, now }: TokenKey) {
  return and(
    eq(invitations.conversationId, conversationId),
    eq(invitations.tokenHash, tokenHash),
    gt(invitations.expiresAt, now),
  );
}
