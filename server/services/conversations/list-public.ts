import {
  countParticipantsOf,
  listPublicConversations as listRows,
} from "@/server/db/queries/conversations";
import type { ServiceContext } from "@/server/services/context";
import { type Conversation, toConversation } from "./conversation";

/** More than any page lists; the newest are told. */
const LONGEST_LIST = 5_000;

/**
 * What everybody may find: the conversations that anybody can take part in now, the newest first, then
 * those that have ended, the one that ended last first. 5,000 at most.
 */
export async function listPublicConversations(ctx: ServiceContext): Promise<Conversation[]> {
  const now = ctx.now();
  const rows = await listRows(ctx.db, { limit: LONGEST_LIST });
  const all = rows.map((row) => toConversation(row, now));
  return [
    ...all.filter(({ state }) => state === "open"),
    ...all.filter(({ state }) => state === "closed").sort(byEnd),
  ];
}

/** How many took part in each of these conversations, by id; nobody in those that are left out. */
export async function countParticipants(
  ctx: ServiceContext,
  input: { conversationIds: number[] },
): Promise<Map<number, number>> {
  if (input.conversationIds.length === 0) return new Map();
  const rows = await countParticipantsOf(ctx.db, input.conversationIds);
  return new Map(rows.map(({ conversationId, participants }) => [conversationId, participants]));
}

function byEnd(one: Conversation, other: Conversation): number {
  return (other.closesAt?.getTime() ?? 0) - (one.closesAt?.getTime() ?? 0);
}
