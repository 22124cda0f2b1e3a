import { listManagedConversations as listRows } from "@/server/db/queries/conversations";
import type { ServiceContext } from "@/server/services/context";
import type { Role } from "@/server/services/permissions/permission-table";
import { requireAccount } from "@/server/services/permissions/require-permission";
import { type Conversation, toConversation } from "./conversation";

export type ManagedConversation = Conversation & {
  role: Role;
  participants: number;
  /** Statements that wait for a decision. */
  pending: number;
};

/**
 * The conversations in which the actor has a role, the newest first; all of them for the
 * instance's owner and the console.
 * @throws ServiceError UNAUTHORIZED without an account
 */
export async function listManagedConversations(
  ctx: ServiceContext,
): Promise<ManagedConversation[]> {
  requireAccount(ctx);
  const { actor } = ctx;
  const seesOnlyOwn = actor.kind === "user" && actor.instanceRole !== "owner";
  const rows = await listRows(ctx.db, seesOnlyOwn ? actor.userId : null);
  return rows.map((row) => ({
    ...toConversation(row.conversation, ctx.now()),
    role: row.role ?? "owner",
    participants: row.participants,
    pending: row.pending,
  }));
}
