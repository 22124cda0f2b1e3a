import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Button } from "@/app/_ui/button";
import { TextField } from "@/app/_ui/field";
import { Notice } from "@/app/_ui/notice";
import { getLocalizeHref } from "@/server/i18n/localize-href";
import { findSession } from "../../_console/session";

const problems = { wrong: "wrong", "too-many": "tooMany", failed: "failed" } as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("manage.signIn"))("title") };
}

/** A plain form to node:http: it signs in with and without JavaScript. */
export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{ problem?: string | string[]; lang?: string | string[] }>;
}) {
  const [{ problem, lang }, t, href] = await Promise.all([
    searchParams,
    getTranslations("manage.signIn"),
    getLocalizeHref(),
  ]);
  if (await findSession()) redirect(href("/manage"));
  const found = Object.entries(problems).find(([name]) => name === problem)?.[1];
  return (
    <div className="mx-auto grid w-full max-w-md gap-6 px-4 py-12 sm:py-20">
      <div className="grid gap-2">
        <h1 className="text-3xl">{t("title")}</h1>
        <p className="text-muted">{t("intro")}</p>
      </div>
      {found && (
        <Notice tone="error" role="alert">
          {t(found)}
        </Notice>
      )}
      <form method="post" action="/api/manage/sign-in" className="grid gap-5">
        {typeof lang === "string" && <input type="hidden" name="lang" value={lang} />}
        <TextField
          label={t("email")}
          name="email"
          type="email"
          autoComplete="username"
          required
          maxLength={254}
        />
        <TextField
          label={t("password")}
          name="password"
          type="password"
          autoComplete="current-password"
          required
          maxLength={128}
        />
        <Button type="submit" variant="primary">
          {t("submit")}
        </Button>
      </form>
      <p className="text-muted text-sm">{t("noAccount")}</p>
    </div>
  );
}
