import { getTranslations } from "next-intl/server";
import { getLocalizeHref } from "@/server/i18n/localize-href";

export async function MyDataLink({ slug, className = "" }: { slug: string; className?: string }) {
  const [t, href] = await Promise.all([getTranslations("myData"), getLocalizeHref()]);
  return (
    <a href={href(`/c/${slug}/my-data`)} className={`link ${className}`}>
      {t("link")}
    </a>
  );
}
