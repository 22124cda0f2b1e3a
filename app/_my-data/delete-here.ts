import { DeletedData } from "@/lib/schemas/own-data";
import { forgetConversation } from "../_vote/forget-conversation";
import { ownHeaders } from "../_vote/own-token";

/**
 * Sends the form, and then clears what this browser keeps: before, other open pages would load again
 * while the server still knew them.
 * @returns what the page is to be told in its address; null when nothing was deleted
 */
export async function deleteHere(
  form: HTMLFormElement,
  conversation: { conversationId: number; slug: string; isEmbedded: boolean },
): Promise<string | null> {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) fields.set(name, String(value));
  const { conversationId, slug, isEmbedded } = conversation;
  const own = isEmbedded ? await ownHeaders(conversationId) : {};
  const headers = { Accept: "application/json", ...own };
  const response = await fetch(form.action, { method: "POST", headers, body: fields });
  if (!response.ok) return null;
  const { votes, statementsKept } = DeletedData.parse(await response.json());
  // A frame keeps the look that its page asked for.
  const outcome = new URLSearchParams(isEmbedded ? location.search : "");
  outcome.set("deleted", String(votes));
  if (statementsKept > 0) outcome.set("kept", String(statementsKept));
  const lang = fields.get("lang");
  if (lang) outcome.set("lang", lang);
  // Every open page of the conversation is asked for anew when it is told, this one perhaps too.
  history.replaceState(null, "", `${location.pathname}?${outcome}`);
  await forgetConversation(conversationId, slug);
  return String(outcome);
}
