import { WithdrawInvitationInput } from "@/lib/schemas/person-input";
import { deleteInvitation } from "@/server/db/queries/invitations";
import { recordAudit } from "@/server/services/audit/record";
import type { ServiceContext } from "@/server/services/context";
import { ServiceError } from "@/server/services/errors";
import { parseInput } from "@/server/services/parse-input";
import { appoint } from "./appoint";

/**
 * Makes the link of an invitation useless and forgets the address.
 * @throws ServiceError as requirePermission; BAD_REQUEST; NOT_FOUND when it was used or withdrawn
 */
export async function withdrawInvitation(
  ctx: ServiceContext,
  input: WithdrawInvitationInput,
): Promise<void> {
  const { conversationId, invitationId } = parseInput(WithdrawInvitationInput, input);
  await appoint(ctx, conversationId, async (tx) => {
    const row = await deleteInvitation(tx, { conversationId, id: invitationId });
    if (!row) throw new ServiceError("NOT_FOUND", "invitation-gone", "It is not there any more.");
    const details = { invitation: row.id, role: row.role };
    await recordAudit(tx, ctx, { conversationId, action: "person.withdraw", details });
  });
}
