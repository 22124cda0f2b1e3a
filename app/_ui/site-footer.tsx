import { getTranslations } from "next-intl/server";
import { getLocalizeHref } from "@/server/i18n/localize-href";

export async function SiteFooter() {
  const [t, href] = await Promise.all([getTranslations("common"), getLocalizeHref()]);
  return (
    <footer className="mt-16 border-line border-t print:hidden">
      <div className="page-width flex flex-wrap items-center justify-between gap-x-8 gap-y-2 py-6 text-muted text-sm">
        <p>{t("footerNote")}</p>
        <a href={href("/manage")} className="link inline-flex min-h-11 items-center">
          {t("organise")}
        </a>
      </div>
    </footer>
  );
}
