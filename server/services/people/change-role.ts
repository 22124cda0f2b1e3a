import { ChangeRoleInput } from "@/lib/schemas/person-input";
import { deleteInvitationsBy } from "@/server/db/queries/invitations";
import { lockMembershipRole, updateMembershipRole } from "@/server/db/queries/memberships";
import { recordAudit } from "@/server/services/audit/record";
import type { ServiceContext } from "@/server/services/context";
import { parseInput } from "@/server/services/parse-input";
import { roleMay } from "@/server/services/permissions/permission-table";
import { appoint, personUnknown, requireAnotherOwner } from "./appoint";
import { parseRole } from "./roles";

/**
 * Gives somebody who has a role another one. Invitations of an owner who stops being one lapse.
 * @throws ServiceError as requirePermission; BAD_REQUEST; NOT_FOUND when they have no role here;
 *   PRECONDITION_FAILED for the last owner
 */
export async function changeRole(ctx: ServiceContext, input: ChangeRoleInput): Promise<void> {
  const { conversationId, userId, role: wanted } = parseInput(ChangeRoleInput, input);
  const role = parseRole(wanted);
  const key = { conversationId, userId };
  await appoint(ctx, conversationId, async (tx, owners) => {
    const before = await lockMembershipRole(tx, key);
    if (before === null) throw personUnknown();
    if (before === role) return;
    if (before === "owner") requireAnotherOwner(owners, userId);
    await updateMembershipRole(tx, key, role);
    if (!roleMay(role, "appoint")) await deleteInvitationsBy(tx, key);
    const details = { user: userId, before, after: role };
    await recordAudit(tx, ctx, { conversationId, action: "person.change", details });
  });
}
