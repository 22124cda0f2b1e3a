import { headers } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import type { ComponentProps, ComponentType } from "react";
import { locales } from "@/lib/i18n/locales";
import { tokenHeader } from "@/server/i18n/choice-header";
import { getLocalizeHref } from "@/server/i18n/localize-href";
import { getRuntime } from "@/server/runtime";
import type { LanguagePicker } from "./language-picker";
import { Logo } from "./logo";

interface Props {
  picker: ComponentType<ComponentProps<typeof LanguagePicker>>;
}

export async function SiteHeader({ picker: Picker }: Props) {
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
      <Picker
        offered={offered}
        current={locale}
        label={t("language")}
        kept={token ? `&token=${token}` : ""}
      />
    </header>
  );
}
