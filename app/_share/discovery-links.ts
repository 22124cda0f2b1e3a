import type { Metadata } from "next";
import type { Conversation } from "@/server/services/conversations/conversation";
import { shareAddress } from "./share-address";

/** Where another site learns how to show this page in its own; see oembed.com. */
export function oembedLinks(path: string, title: string) {
  const link = (format: string) => ({
    url: shareAddress(`/oembed?${new URLSearchParams({ url: shareAddress(path), format })}`),
    title,
  });
  return {
    "application/json+oembed": [link("json")],
    "text/xml+oembed": [link("xml")],
  };
}

/** A page that is about one person, or stands in a frame, names the conversation itself. */
export function discoverConversation({
  slug,
  title,
  state,
}: Pick<Conversation, "slug" | "title" | "state">): Pick<Metadata, "alternates"> {
  return state === "draft" ? {} : { alternates: { types: oembedLinks(`/c/${slug}`, title) } };
}
