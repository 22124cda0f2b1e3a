import { DeletedData } from "@/lib/schemas/own-data";
import { forgetConversation } from "../_vote/forget-conversation";

/**
 * Sends the form, and then clears what this browser keeps: before, other open pages would load again
 * while the server still knew them.
 * @returns what the page is to be told in its address; null when nothing was deleted
 */
export async function deleteHere(
  form: HTMLFormElement,
  conversation: { conversationId: number; slug: string },
): Promise<string | null> {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) fields.set(name, String(value));
  const headers = { Accept: "application/json" };
  const response = await fetch(form.action, { method: "POST", headers, body: fields });
  if (!response.ok) return null;
  const { votes, statementsKept } = DeletedData.parse(await response.json());
  await forgetConversation(conversation.conversationId, conversation.slug);
  const outcome = new URLSearchParams({ deleted: String(votes) });
  if (statementsKept > 0) outcome.set("kept", String(statementsKept));
  const lang = fields.get("lang");
  if (lang) outcome.set("lang", lang);
  return String(outcome);
}
