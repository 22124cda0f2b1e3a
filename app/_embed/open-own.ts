import { host } from "../_vote/host";
import { createTokenKeeper } from "../_vote/participant-token";

/**
 * Opens a page of this frame as whoever votes in it. Without a cookie the page is asked for with the
 * token in the body, which stands in no address and no log.
 */
export async function openOwn(link: HTMLAnchorElement, conversationId: number): Promise<void> {
  await host.identified;
  const token = host.token ?? (host.keeper ?? createTokenKeeper(conversationId)).read();
  const hash = host.hash ?? (host.token ? `#token=${host.token}` : "");
  if (!token || link.dataset.own === "back") return location.assign(link.href + hash);
  const form = document.createElement("form");
  form.method = "post";
  form.action = link.href + hash;
  const field = document.createElement("input");
  field.type = "hidden";
  field.name = "token";
  field.value = token;
  form.append(field);
  document.body.append(form);
  form.submit();
}
