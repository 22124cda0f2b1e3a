import { RemovePersonInput } from "@/lib/schemas/person-input";
import { deleteInvitationsBy } from "@/server/db/queries/invitations";
import { deleteMembership, lockMembershipRole } from "@/server/db/queries/memberships";
import { recordAudit } from "@/server/services/audit/record";
import type { ServiceContext } from "@/server/services/context";
import { parseInput } from "@/server/services/parse-input";
import { appoint, personUnknown, requireAnotherOwner } from "./appoint";

/**
 * Takes somebody's role in a conversation away; their account stays, and so does what they did.
 * Their invitations lapse.
 * @throws ServiceError as requirePermission; BAD_REQUEST; NOT_FOUND when they have no role here;
 *   PRECONDITION_FAILED for the last owner
 */
export async function removePerson(ctx: ServiceContext, input: RemovePersonInput): Promise<void> {
  const { conversationId, userId } = parseInput(RemovePersonInput, input);
  const key = { conversationId, userId };
  await appoint(ctx, conversationId, async (tx, owners) => {
    const role = await lockMembershipRole(tx, key);
    if (role === null) throw personUnknown();
    if (role === "owner") requireAnotherOwner(owners, userId);
    await deleteMembership(tx, key);
    await deleteInvitationsBy(tx, key);
    const details = { user: userId, role };
    await recordAudit(tx, ctx, { conversationId, action: "person.remove", details });
  });
}
