import { findConversationById } from "@/server/db/queries/conversations";
import type { ServiceContext } from "@/server/services/context";
import { ServiceError } from "@/server/services/errors";
import { findRole } from "./find-role";
import { type Act, type Role, roleMay } from "./permission-table";

/**
 * The actor's role, when it carries `act` in this conversation.
 * @throws ServiceError UNAUTHORIZED without an account; NOT_FOUND when the conversation is missing
 *   or a draft of strangers; FORBIDDEN when it is known but not theirs to change
 */
export async function requirePermission(
  ctx: ServiceContext,
  conversationId: number,
  act: Act,
): Promise<Role> {
  requireAccount(ctx);
  const [conversation, role] = await Promise.all([
    findConversationById(ctx.db, conversationId),
    findRole(ctx, conversationId),
  ]);
  if (!conversation || (conversation.state === "draft" && role === null)) {
    throw new ServiceError("NOT_FOUND", "conversation-not-found", "There is no such conversation.");
  }
  if (role === null || !roleMay(role, act)) {
    throw new ServiceError("FORBIDDEN", "not-allowed", `The role ${role} does not carry ${act}.`);
  }
  return role;
}

/** @throws ServiceError UNAUTHORIZED unless a facilitator or the console acts */
export function requireAccount(ctx: ServiceContext): void {
  if (ctx.actor.kind === "user" || ctx.actor.kind === "operator") return;
  throw new ServiceError("UNAUTHORIZED", "sign-in-needed", "This needs a facilitator's account.");
}
