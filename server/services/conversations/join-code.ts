import { randomInt } from "node:crypto";
import { isProperJoinCode, joinCodeLength, joinCodeLetters } from "@/lib/share/join-code";
import { findJoinCode, findSlugByJoinCode, giveJoinCode } from "@/server/db/queries/join-codes";
import type { ServiceContext } from "@/server/services/context";
import { ServiceError } from "@/server/services/errors";
import type { Conversation } from "./conversation";
import { getConversation } from "./get";

/** 34 million codes: two at once are rare, four never happen. */
const mostTries = 10;

/**
 * The code of a conversation's short address, without its dash. It is made when it is first asked for, and
 * stays.
 * @throws Error when no code is free
 */
export async function getJoinCode(
  { db }: Pick<ServiceContext, "db">,
  { conversationId }: { conversationId: number },
): Promise<string> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const known = await findJoinCode(db, conversationId);
    if (known !== null) return known;
    await giveJoinCode(db, { conversationId, joinCode: createJoinCode() });
  }
  throw new Error("No code for a short address was free.");
}

/**
 * The conversation that a code leads to.
 * @throws ServiceError NOT_FOUND when there is none, or none that the actor may see
 */
export async function getConversationByJoinCode(
  ctx: ServiceContext,
  { joinCode }: { joinCode: string },
): Promise<Conversation> {
  const slug = await findSlugByJoinCode(ctx.db, joinCode);
  if (slug === null) {
    throw new ServiceError("NOT_FOUND", "join-code-unknown", "No conversation has this code.");
  }
  return getConversation(ctx, { slug });
}

function createJoinCode(): string {
  const pick = () => joinCodeLetters.charAt(randomInt(joinCodeLetters.length));
  const letters = Array.from({ length: joinCodeLength }, pick).join("");
  return isProperJoinCode(letters) ? letters : createJoinCode();
}
