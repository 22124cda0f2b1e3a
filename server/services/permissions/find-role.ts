import { findMembershipRole } from "@/server/db/queries/memberships";
import { isOverlayToken } from "@/server/db/queries/overlay-tokens";
import type { ServiceContext } from "@/server/services/context";
import type { Role } from "./permission-table";

/**
 * The actor's role in a conversation; the instance's owner and the console count as its owner. The link
 * of a private overlay looks on for those who organise it, for as long as its token is the newest.
 */
export async function findRole(ctx: ServiceContext, conversationId: number): Promise<Role | null> {
  const { actor } = ctx;
  if (actor.kind === "operator") return "owner";
  if (actor.kind === "overlay") {
    return (await isOverlayToken(ctx.db, conversationId, actor.tokenHash)) ? "observer" : null;
  }
  if (actor.kind !== "user") return null;
  if (actor.instanceRole === "owner") return "owner";
  return findMembershipRole(ctx.db, conversationId, actor.userId);
}
