import type { Metadata, Viewport } from "next";
import { connection } from "next/server";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { findLocale } from "@/lib/i18n/locales";
import { getLocalizeHref } from "@/server/i18n/localize-href";
import { ErrorTextProvider } from "./_ui/error-text";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common");
  return {
    title: { default: t("productName"), template: `%s · ${t("productName")}` },
    description: t("tagline"),
  };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#faf9f6" },
    { media: "(prefers-color-scheme: dark)", color: "#11171a" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Renders every page for its request, so that 404 too carries the nonce of the policy.
  await connection();
  const [locale, t, errors, overlay, href] = await Promise.all([
    getLocale(),
    getTranslations("common"),
    getTranslations("errors"),
    getTranslations("overlay"),
    getLocalizeHref(),
  ]);
  return (
    <html lang={locale} dir={findLocale(locale)?.direction}>
      <body>
        <a
          href="#main"
          className="sr-only focus:not-sr-only focus:fixed focus:start-4 focus:top-4 focus:z-20 focus:rounded-control focus:bg-accent focus:px-4 focus:py-3 focus:text-on-accent"
        >
          {t("skipToContent")}
        </a>
        <ErrorTextProvider
          text={{
            title: errors("brokenTitle"),
            body: errors("brokenBody"),
            retry: errors("retry"),
            home: errors("toHome"),
            homeHref: href("/"),
            stale: overlay("stale"),
          }}
        >
          {children}
        </ErrorTextProvider>
      </body>
    </html>
  );
}
