import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TextField } from "@/app/_ui/field";
import { isOwnerSetupOpen } from "@/server/services/users/create-owner";
import { contextOf } from "../../_console/session";
import { EntryForm } from "../../_entry/entry-form";
import { SpentLink } from "../../_entry/spent-link";

const problems = {
  "password-length": "passwordLength",
  "email-taken": "emailTaken",
  "input-invalid": "invalid",
} as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("manage.setup");
  // The address holds the token: it must not travel on in a Referer.
  return { title: t("title"), referrer: "same-origin" };
}

export default async function SetupPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { token, problem, lang } = await searchParams;
  const isOpen =
    typeof token === "string" && (await isOwnerSetupOpen(contextOf({ kind: "anonymous" }), token));
  const t = await getTranslations("manage.setup");
  if (!isOpen) return <SpentLink body={t("spentBody")} />;
  const found = Object.entries(problems).find(([name]) => name === problem)?.[1];
  return (
    <EntryForm
      title={t("title")}
      intro={t("intro")}
      problem={found ? t(found) : null}
      action="/api/manage/setup"
      hidden={{ token, lang }}
      submit={t("submit")}
    >
      <TextField
        label={t("email")}
        hint={t("emailHint")}
        name="email"
        type="email"
        autoComplete="username"
        required
        maxLength={254}
      />
      <TextField
        label={t("password")}
        hint={t("passwordHint")}
        name="password"
        type="password"
        autoComplete="new-password"
        required
        minLength={12}
        maxLength={128}
      />
    </EntryForm>
  );
}
