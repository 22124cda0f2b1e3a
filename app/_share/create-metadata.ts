import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { previewSize } from "@/lib/preview/preview-content";
import { getRuntime } from "@/server/runtime";
import type { Conversation } from "@/server/services/conversations/conversation";
import { oembedLinks } from "./discovery-links";
import { feedLink } from "./feed-link";
import { shareAddress } from "./share-address";

/** Longer descriptions are cut by whoever shows them. */
const longestDescription = 200;

/**
 * What a page of a conversation says of itself to search engines and to those who show a card for
 * its address. There is one address for all languages: what people wrote is the same in each, so
 * none is named as another's translation.
 * @param title as the page's own, when it is another than the conversation's
 * @param isEmbeddable whether everybody may see it now, so that it can stand on another site
 * @param hasFeed whether to name the feed of the answers
 */
export async function createMetadata(
  conversation: Conversation,
  {
    path,
    title = conversation.title,
    hasFeed = false,
    isEmbeddable = true,
  }: { path: string; title?: string; hasFeed?: boolean; isEmbeddable?: boolean },
): Promise<Metadata> {
  const common = await getTranslations("common");
  const description = conversation.description.slice(0, longestDescription) || common("tagline");
  // Nobody else sees a draft.
  if (conversation.state === "draft") return { title, description };
  const url = shareAddress(path);
  const images = [await describePicture(conversation)];
  return {
    title,
    description,
    alternates: {
      canonical: url,
      types: {
        ...(isEmbeddable && oembedLinks(path, conversation.title)),
        ...(hasFeed &&
          (await feedLink(`/c/${conversation.slug}/answers.atom`, conversation.title))),
      },
    },
    openGraph: {
      type: "website",
      siteName: common("productName"),
      title,
      description,
      url,
      images,
    },
    // The rest it takes from the card above.
    twitter: { card: "summary_large_image" },
  };
}

async function describePicture(conversation: Conversation) {
  const t = await getTranslations("share");
  const { slug, title } = conversation;
  const { file, version } = await getRuntime().previews.findName(conversation);
  return {
    url: shareAddress(`/api/v1/conversations/${slug}/preview/${file}`),
    ...previewSize,
    type: "image/png",
    alt: t(version === null ? "picturePlain" : "pictureMap", { title }),
  };
}
