import { getTranslations } from "next-intl/server";
import { getLocalizeHref } from "@/server/i18n/localize-href";
import { mailtoHref, shareAddress } from "./share-address";
import { ShareDisclosure } from "./share-disclosure";
import { readShareText } from "./share-text";

interface Props {
  slug: string;
  title: string;
  /** The page that is passed on. */
  path: string;
}

/** How to pass a page on, folded away; all but copying works without scripts. */
export async function SharePanel({ slug, title, path }: Props) {
  const [t, href, text] = await Promise.all([
    getTranslations("share"),
    getLocalizeHref(),
    readShareText(),
  ]);
  const url = shareAddress(path);
  return (
    <ShareDisclosure label={t("open")} url={url} title={title} text={text}>
      <a href={mailtoHref(title, url)} className="link inline-flex min-h-11 items-center">
        {t("email")}
      </a>
      <a href={href(`/c/${slug}/share`)} className="link inline-flex min-h-11 items-center">
        {t("code")}
      </a>
    </ShareDisclosure>
  );
}
