import { host } from "../_vote/host";
import { findOwnToken } from "../_vote/own-token";

/**
 * Opens a page of this frame as whoever votes in it. Without a cookie the page is asked for with the
 * token in the body, which stands in no address and no log; the vote itself finds it after the hash.
 */
export async function openOwn(href: string, conversationId: number): Promise<void> {
  const token = await findOwnToken(conversationId);
  const hash = host.hash ?? (host.token ? `#token=${host.token}` : "");
  if (!token || isVote(new URL(href, location.href))) return location.assign(href + hash);
  const form = document.createElement("form");
  form.method = "post";
  form.action = href + hash;
  const field = document.createElement("input");
  field.type = "hidden";
  field.name = "token";
  field.value = token;
  form.append(field);
  document.body.append(form);
  form.submit();
}

/** It asks for itself what the server did not know when it made the page. */
function isVote({ pathname, searchParams }: URL): boolean {
  return !pathname.endsWith("/mine") && !searchParams.has("view");
}
