import type { ServiceContext } from "@/server/services/context";
import type { Role } from "@/server/services/permissions/permission-table";
import { requirePermission } from "@/server/services/permissions/require-permission";
import type { Conversation } from "./conversation";
import { getConversation } from "./get";

/**
 * A conversation for those who organise it.
 * @throws ServiceError as requirePermission
 */
export async function getManagedConversation(
  ctx: ServiceContext,
  input: { slug: string },
): Promise<Conversation & { role: Role }> {
  const conversation = await getConversation(ctx, input);
  const role = await requirePermission(ctx, conversation.id, "read-console");
  return { ...conversation, role };
}
