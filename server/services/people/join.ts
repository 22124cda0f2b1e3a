import { InvitationKey, JoinInput } from "@/lib/schemas/person-input";
import { hashInvitationToken } from "@/server/auth/invitation-token";
import { hashPassword } from "@/server/auth/password";
import type { Transaction } from "@/server/db/client";
import { type InvitationRow, takeInvitation } from "@/server/db/queries/invitations";
import { addMembership } from "@/server/db/queries/memberships";
import { findUserByEmail } from "@/server/db/queries/users";
import { recordAudit } from "@/server/services/audit/record";
import type { Actor, ServiceContext } from "@/server/services/context";
import { ServiceError } from "@/server/services/errors";
import { parseInput } from "@/server/services/parse-input";
import { type CreatedUser, insertAccount } from "@/server/services/users/insert-account";
import { getInvitation, invitationSpent } from "./find-invitation";

type UserActor = Extract<Actor, { kind: "user" }>;

/**
 * Makes the account of somebody who was invited, and gives them their role. The invitation is used up
 * in the same transaction: of two people with one link, one gets in.
 * @throws ServiceError as getInvitation; UNPROCESSABLE_CONTENT for a short password; CONFLICT when
 *   the address has got an account meanwhile
 */
export async function joinAsNewcomer(ctx: ServiceContext, input: JoinInput): Promise<CreatedUser> {
  const { slug, token, name, password } = parseInput(JoinInput, input);
  // Before the slow hashing: a stranger must not keep the server busy.
  const { conversationId } = await getInvitation(ctx, { slug, token });
  const passwordHash = await hashPassword(password);
  return ctx.db.transaction(async (tx) => {
    const invitation = await take(tx, ctx, { conversationId, token });
    const instanceRole = "facilitator";
    const account = { email: invitation.email, name, instanceRole, passwordHash } as const;
    const user = await insertAccount(tx, ctx, account);
    await enter(tx, ctx, { invitation, actor: { kind: "user", userId: user.id, instanceRole } });
    return user;
  });
}

/**
 * Gives the signed-in actor the role that their address was invited to. A role they have got
 * meanwhile stays.
 * @throws ServiceError as getInvitation; FORBIDDEN when it is for another address
 */
export async function joinWithAccount(
  ctx: ServiceContext & { actor: UserActor },
  input: InvitationKey,
): Promise<void> {
  const { slug, token } = parseInput(InvitationKey, input);
  const { conversationId } = await getInvitation(ctx, { slug, token });
  await ctx.db.transaction(async (tx) => {
    const invitation = await take(tx, ctx, { conversationId, token });
    const user = await findUserByEmail(tx, invitation.email);
    if (user?.id !== ctx.actor.userId) {
      const message = "This invitation is for another e-mail address.";
      throw new ServiceError("FORBIDDEN", "invitation-of-another", message);
    }
    await enter(tx, ctx, { invitation, actor: ctx.actor });
  });
}

async function take(
  tx: Transaction,
  ctx: ServiceContext,
  { conversationId, token }: { conversationId: number; token: string },
): Promise<InvitationRow> {
  const tokenHash = hashInvitationToken(token);
  const row = await takeInvitation(tx, { conversationId, tokenHash, now: ctx.now() });
  if (!row) throw invitationSpent();
  return row;
}

async function enter(
  tx: Transaction,
  ctx: ServiceContext,
  { invitation, actor }: { invitation: InvitationRow; actor: UserActor },
): Promise<void> {
  const { conversationId, id, role, invitedBy } = invitation;
  const { userId } = actor;
  await addMembership(tx, { conversationId, userId, role });
  const details = { invitation: id, user: userId, role, invitedBy };
  await recordAudit(tx, { ...ctx, actor }, { conversationId, action: "person.join", details });
}
