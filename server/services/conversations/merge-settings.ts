import { ConversationSettings } from "@/lib/schemas/conversation";
import { parseInput } from "@/server/services/parse-input";

/**
 * Settings with a change laid over them, checked as a whole.
 * @throws ServiceError BAD_REQUEST
 */
export function mergeSettings(
  stored: Partial<ConversationSettings>,
  change: Partial<ConversationSettings>,
): ConversationSettings {
  return parseInput(ConversationSettings, { ...stored, ...change });
}
