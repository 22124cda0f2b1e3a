import { type InvitationRow, listInvitations } from "@/server/db/queries/invitations";
import { listMembers } from "@/server/db/queries/memberships";
import type { ServiceContext } from "@/server/services/context";
import { type Role, roleMay } from "@/server/services/permissions/permission-table";
import { requirePermission } from "@/server/services/permissions/require-permission";

export interface Person {
  userId: string;
  name: string;
  /** Null for readers who may not appoint; that of the instance's owner is shown to nobody else. */
  email: string | null;
  role: Role;
  isYou: boolean;
  /** They can neither be removed nor get another role. */
  isLastOwner: boolean;
}

export interface PendingInvitation {
  id: string;
  email: string;
  role: Role;
  expiresAt: Date;
  isExpired: boolean;
}

export interface People {
  people: Person[];
  /** Only for whoever may appoint; else empty. */
  invitations: PendingInvitation[];
  mayAppoint: boolean;
}

/**
 * Who has which role in a conversation, by name, and who was invited.
 * @throws ServiceError as requirePermission
 */
export async function listPeople(
  ctx: ServiceContext,
  input: { conversationId: number },
): Promise<People> {
  const { conversationId } = input;
  const mayAppoint = roleMay(
    await requirePermission(ctx, conversationId, "read-console"),
    "appoint",
  );
  const [members, invitations] = await Promise.all([
    listMembers(ctx.db, conversationId),
    mayAppoint ? listInvitations(ctx.db, conversationId) : [],
  ]);
  const owners = members.filter(({ role }) => role === "owner").length;
  const ownId = ctx.actor.kind === "user" ? ctx.actor.userId : null;
  const people = members.map(({ instanceRole, ...member }) => {
    const isYou = member.userId === ownId;
    const showsEmail = isYou || (mayAppoint && instanceRole !== "owner");
    return {
      ...member,
      email: showsEmail ? member.email : null,
      isYou,
      isLastOwner: member.role === "owner" && owners === 1,
    };
  });
  const now = ctx.now();
  return { people, invitations: invitations.map((row) => toPending(row, now)), mayAppoint };
}

function toPending({ id, email, role, expiresAt }: InvitationRow, now: Date): PendingInvitation {
  return { id, email, role, expiresAt, isExpired: expiresAt <= now };
}
