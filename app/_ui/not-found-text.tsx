import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { getLocalizeHref } from "@/server/i18n/localize-href";
import { LinkButton } from "./link-button";

export async function nameNotFound(): Promise<Metadata> {
  const t = await getTranslations("errors");
  return { title: t("notFoundTitle") };
}

/** For an address at which there is nothing, inside a page's frame. */
export async function NotFoundText() {
  const [t, href] = await Promise.all([getTranslations("errors"), getLocalizeHref()]);
  return (
    <div className="reading-width grid gap-5 py-16">
      <h1 className="text-3xl">{t("notFoundTitle")}</h1>
      <p className="text-lg text-muted">{t("notFoundBody")}</p>
      <div>
        <LinkButton href={href("/")} variant="primary">
          {t("toHome")}
        </LinkButton>
      </div>
    </div>
  );
}
