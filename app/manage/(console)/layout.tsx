import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ConsoleClientProvider } from "@/app/_trpc/provider";
import { Button } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { PageFrame } from "@/app/_ui/page-frame";
import { getLocalizeHref } from "@/server/i18n/localize-href";
import { requireSession } from "../_console/session";

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const { session } = await requireSession();
  const [t, messages, href] = await Promise.all([
    getTranslations("manage"),
    getMessages(),
    getLocalizeHref(),
  ]);
  return (
    <PageFrame>
      <div className="border-line border-y bg-card">
        <div className="page-width flex flex-wrap items-center justify-between gap-x-6">
          <a href={href("/manage")} className="link inline-flex min-h-11 items-center font-medium">
            {t("list.title")}
          </a>
          <form
            method="post"
            action="/api/manage/sign-out"
            className="flex min-w-0 items-center gap-2"
          >
            <span className="min-w-0 wrap-anywhere text-muted text-sm">
              {t("signedInAs", { email: session.email })}
            </span>
            <Button type="submit" variant="quiet" className="shrink-0">
              {t("signOut")}
            </Button>
          </form>
        </div>
      </div>
      <noscript>
        {/* A page of plain forms says so: it needs none. */}
        <div className="page-width py-4 [main:has([data-plain])_&]:hidden">
          <Notice tone="warning">{t("needsScript")}</Notice>
        </div>
      </noscript>
      <NextIntlClientProvider
        messages={{ manage: messages.manage, common: messages.common, promise: messages.promise }}
      >
        <ConsoleClientProvider>
          <div className="page-width py-8">{children}</div>
        </ConsoleClientProvider>
      </NextIntlClientProvider>
    </PageFrame>
  );
}
