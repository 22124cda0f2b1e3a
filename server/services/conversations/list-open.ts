import { listPublicConversations } from "@/server/db/queries/conversations";
import type { ServiceContext } from "@/server/services/context";
import { type Conversation, toConversation } from "./conversation";

export type ListedConversation = Conversation & { participants: number };

const LONGEST_LIST = 200;

/** The conversations that anybody can take part in now, the newest first, 200 at most. */
export function listOpenConversations(ctx: ServiceContext): Promise<ListedConversation[]> {
  return listInState(ctx, "open");
}

/** The conversations that have ended, the newest first, 200 at most. */
export function listClosedConversations(ctx: ServiceContext): Promise<ListedConversation[]> {
  return listInState(ctx, "closed");
}

async function listInState(ctx: ServiceContext, state: "open" | "closed") {
  const now = ctx.now();
  const rows = await listPublicConversations(ctx.db, { state, now, limit: LONGEST_LIST });
  return rows.map((row) => ({
    ...toConversation(row.conversation, now),
    participants: row.participants,
  }));
}
