import { InvitationKey } from "@/lib/schemas/person-input";
import { hashInvitationToken } from "@/server/auth/invitation-token";
import { findConversationBySlug } from "@/server/db/queries/conversations";
import { findInvitationByToken } from "@/server/db/queries/invitations";
import { findUserByEmail } from "@/server/db/queries/users";
import type { ServiceContext } from "@/server/services/context";
import { ServiceError } from "@/server/services/errors";
import { parseInput } from "@/server/services/parse-input";
import type { Role } from "@/server/services/permissions/permission-table";
import { requirePermission } from "@/server/services/permissions/require-permission";

export interface Invitation {
  conversationId: number;
  title: string;
  email: string;
  role: Role;
  expiresAt: Date;
  /** Whoever holds the token has to sign in rather than to choose a password. */
  hasAccount: boolean;
}

/**
 * What an invitation is for; looking at it does not use it up.
 * @throws ServiceError BAD_REQUEST; NOT_FOUND when it was used, withdrawn, is too old or never was
 */
export async function getInvitation(
  ctx: ServiceContext,
  input: InvitationKey,
): Promise<Invitation> {
  const { slug, token } = parseInput(InvitationKey, input);
  const conversation = await findConversationBySlug(ctx.db, slug);
  if (!conversation) throw invitationSpent();
  const { id: conversationId, title } = conversation;
  const key = { conversationId, tokenHash: hashInvitationToken(token), now: ctx.now() };
  const row = await findInvitationByToken(ctx.db, key);
  if (!row) throw invitationSpent();
  const { email, role, expiresAt } = row;
  const hasAccount = (await findUserByEmail(ctx.db, email)) !== null;
  return { conversationId, title, email, role, expiresAt, hasAccount };
}

/**
 * The invitation whose link the actor has just made, as long as it can be used; null for any other.
 * @throws ServiceError as requirePermission
 */
export async function findOwnInvitation(
  ctx: ServiceContext,
  input: { conversationId: number; token: string },
): Promise<Pick<Invitation, "email" | "role" | "expiresAt"> | null> {
  const { conversationId, token } = input;
  await requirePermission(ctx, conversationId, "appoint");
  const key = { conversationId, tokenHash: hashInvitationToken(token), now: ctx.now() };
  const row = await findInvitationByToken(ctx.db, key);
  const isOwn = ctx.actor.kind === "user" && row?.invitedBy === ctx.actor.userId;
  return row && isOwn ? { email: row.email, role: row.role, expiresAt: row.expiresAt } : null;
}

export function invitationSpent(): ServiceError {
  const message = "This invitation does not work (any more).";
  return new ServiceError("NOT_FOUND", "invitation-invalid", message);
}
