import { getLocale, getTranslations } from "next-intl/server";
import { getLocalizeHref } from "@/server/i18n/localize-href";
import { LanguagePicker } from "./language-picker";
import { Logo } from "./logo";

export async function SiteHeader() {
  const [t, locale, href] = await Promise.all([
    getTranslations("common"),
    getLocale(),
    getLocalizeHref(),
  ]);
  return (
    <header className="page-width flex min-h-16 items-center justify-between gap-4 print:hidden">
      <a
        href={href("/")}
        className="-ms-2 flex min-h-11 items-center gap-2.5 rounded-control px-2 font-semibold text-lg tracking-tight"
      >
        <Logo />
        {t("productName")}
      </a>
      <LanguagePicker current={locale} label={t("language")} />
    </header>
  );
}
