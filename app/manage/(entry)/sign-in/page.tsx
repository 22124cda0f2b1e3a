import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { TextField } from "@/app/_ui/field";
import { getLocalizeHref } from "@/server/i18n/localize-href";
import { findSession } from "../../_console/session";
import { EntryForm } from "../../_entry/entry-form";

const problems = { wrong: "wrong", "too-many": "tooMany", failed: "failed" } as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("manage.signIn"))("title") };
}

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
    <EntryForm
      title={t("title")}
      intro={t("intro")}
      problem={found ? t(found) : null}
      action="/api/manage/sign-in"
      hidden={{ lang }}
      submit={t("submit")}
      note={t("noAccount")}
    >
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
    </EntryForm>
  );
}
