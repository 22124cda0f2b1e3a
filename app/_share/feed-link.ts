import { getTranslations } from "next-intl/server";
import { shareAddress } from "./share-address";

/** Names a feed of answers to programs that watch for news. */
export async function feedLink(path: string, title: string) {
  const t = await getTranslations("answers");
  const feed = { url: shareAddress(path), title: t("feedTitle", { title }) };
  return { "application/atom+xml": [feed] };
}
