import { randomBytes } from "node:crypto";
import { getChosenLang } from "@/server/i18n/localize-href";
import type { Participation } from "./use-channel";

/** What a page tells its script about who speaks; the key is new with every rendering. */
export async function createParticipation(
  conversation: { id: number; slug: string },
  isEmbedded = false,
): Promise<Participation> {
  return {
    conversationId: conversation.id,
    slug: conversation.slug,
    idempotencyKey: randomBytes(16).toString("base64url"),
    isEmbedded,
    lang: await getChosenLang(),
  };
}
