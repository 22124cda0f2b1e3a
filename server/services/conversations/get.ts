import { findConversationBySlug } from "@/server/db/queries/conversations";
import type { ServiceContext } from "@/server/services/context";
import { ServiceError } from "@/server/services/errors";
import { findRole } from "@/server/services/permissions/find-role";
import type { Role } from "@/server/services/permissions/permission-table";
import { type Conversation, toConversation } from "./conversation";

/**
 * One conversation by its slug, with the actor's role in it (null for the public).
 * @throws ServiceError NOT_FOUND when it is missing, or a draft and the actor has no role in it
 */
export async function getConversation(
  ctx: ServiceContext,
  input: { slug: string },
): Promise<Conversation & { role: Role | null }> {
  const row = await findConversationBySlug(ctx.db, input.slug);
  const role = row ? await findRole(ctx, row.id) : null;
  if (!row || (row.state === "draft" && role === null)) {
    throw new ServiceError("NOT_FOUND", "conversation-not-found", "There is no such conversation.");
  }
  return { ...toConversation(row, ctx.now()), role };
}
