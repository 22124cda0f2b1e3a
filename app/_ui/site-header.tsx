import { headers } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import { locales } from "@/lib/i18n/locales";
import { tokenHeader } from "@/server/i18n/choice-header";
import { getLocalizeHref } from "@/server/i18n/localize-href";
import { getRuntime } from "@/server/runtime";
import { LanguagePicker } from "./language-picker";
import { Logo } from "./logo";

export async function SiteHeader() {
  const [t, locale, href, request] = await Promise.all([
    getTranslations("common"),
    getLocale(),
    getLocalizeHref(),
    headers(),
  ]);
  const token = request.get(tokenHeader);
  const offered = locales.filter(({ tag }) => getRuntime().locales.includes(tag));
  return (
    <header className="page-width flex min-h-16 items-center justify-between gap-4 print:hidden">
      <a
        href={href("/")}
        className="-ms-2 flex min-h-11 items-center gap-2.5 rounded-control px-2 font-semibold text-lg tracking-tight"
      >
        <Logo />
        {t("productName")}
      </a>
      <LanguagePicker
        offered={offered}
        current={locale}
        label={t("language")}
        kept={token ? `&token=${token}` : ""}
      />
    </header>
  );
}
