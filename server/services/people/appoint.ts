import type { Transaction } from "@/server/db/client";
import { findMembershipRole, lockOwners } from "@/server/db/queries/memberships";
import type { ServiceContext } from "@/server/services/context";
import { ServiceError } from "@/server/services/errors";
import { roleMay } from "@/server/services/permissions/permission-table";
import { requirePermission } from "@/server/services/permissions/require-permission";

/**
 * Runs `act` in a transaction in which nobody else changes who the owners are. Whether the actor may
 * appoint is asked again inside it: of two owners who demote each other, the second is refused.
 * @param act is given the user ids of the owners
 * @throws ServiceError as requirePermission
 */
export async function appoint<Result>(
  ctx: ServiceContext,
  conversationId: number,
  act: (tx: Transaction, owners: string[]) => Promise<Result>,
): Promise<Result> {
  await requirePermission(ctx, conversationId, "appoint");
  return ctx.db.transaction(async (tx) => {
    const owners = await lockOwners(tx, conversationId);
    if (!(await isStillAllowed(tx, ctx, conversationId))) {
      const message = "This role was taken from the actor a moment ago.";
      throw new ServiceError("FORBIDDEN", "not-allowed", message);
    }
    return act(tx, owners);
  });
}

/** @throws ServiceError PRECONDITION_FAILED when nobody else is an owner */
export function requireAnotherOwner(owners: readonly string[], userId: string): void {
  if (owners.some((owner) => owner !== userId)) return;
  const message = "A conversation keeps at least one owner.";
  throw new ServiceError("PRECONDITION_FAILED", "last-owner", message);
}

export function personUnknown(): ServiceError {
  return new ServiceError("NOT_FOUND", "person-unknown", "They have no role here (any more).");
}

async function isStillAllowed(
  tx: Transaction,
  { actor }: ServiceContext,
  conversationId: number,
): Promise<boolean> {
  if (actor.kind !== "user" || actor.instanceRole === "owner") return true;
  return roleMay(await findMembershipRole(tx, conversationId, actor.userId), "appoint");
}
